package org.wirewatch.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where pages and the API are served, and to whom. Immutable.
 *
 * @param host a name or address of this machine
 * @param port 0 for any free one
 * @param token what callers who push or act must show; null where nothing is asked of them, which
 *     is so on a loopback address only
 * @param publicUrl how others reach the desk, through whatever stands before it, without a slash at
 *     the end; null where they do not
 */
public record DeskConfig(String host, int port, @Nullable Token token, @Nullable String publicUrl) {
  /** This machine only. */
  public static final DeskConfig DEFAULT = new DeskConfig("127.0.0.1", 8080, null, null);

  public DeskConfig withPort(int newPort) {
    return new DeskConfig(host, newPort, token, publicUrl);
  }

  /** Whether only this machine reaches the host; false also for one that cannot be resolved. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
