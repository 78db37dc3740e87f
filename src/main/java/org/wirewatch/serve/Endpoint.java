package org.wirewatch.serve;

/**
 * Something that the desk answers. Immutable; its handler is called by many threads at a time.
 *
 * @param path begins with a slash; {@code {name}} stands for one segment
 * @param maxBytes the most that a body may hold; a larger one is refused unread
 */
public record Endpoint(Method method, String path, Access access, int maxBytes, Handler handler) {
  private static final int MB = 1 << 20;

  /** What is asked for. HEAD is answered wherever GET is. */
  public enum Method {
    GET,
    POST
  }

  /** Who may ask. */
  public enum Access {
    /** Everybody who reaches the desk. */
    OPEN,
    /**
     * Who shows the configured token; where none is configured, this machine, though no page of
     * another site in its browser.
     */
    TRUSTED,
    /** Whoever proves it with the request itself, by a signature that the handler checks. */
    SIGNED
  }

  /** Answers one request; runs on a virtual thread and may wait. */
  @FunctionalInterface
  public interface Handler {
    /**
     * The answer to a request that was let in.
     *
     * @throws Exception for a fault of ours: logged, and told as status 500 without details
     */
    Answer answer(Request request) throws Exception;
  }

  public Endpoint {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash: " + path);
    }
  }

  /** Reads something, for everybody. */
  public static Endpoint get(String path, Handler handler) {
    return new Endpoint(Method.GET, path, Access.OPEN, 0, handler);
  }

  /** Changes something, for those who are trusted; bodies of up to 1 MB. */
  public static Endpoint post(String path, Handler handler) {
    return new Endpoint(Method.POST, path, Access.TRUSTED, MB, handler);
  }

  /** The same for those who sign what they send. */
  public Endpoint signed() {
    return new Endpoint(method, path, Access.SIGNED, maxBytes, handler);
  }

  /** The same for bodies of up to that many bytes. */
  public Endpoint upTo(int bytes) {
    return new Endpoint(method, path, access, bytes, handler);
  }
}
