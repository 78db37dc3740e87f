package org.wirewatch.poll;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a response's body up to a bound, and keeps what came of a body that broke off. Used for
 * one response.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Received> {
  /**
   * The bytes as sent.
   *
   * @param truncated the connection ended before the body did
   * @param tooLarge there was more than the bound; {@code bytes} is empty
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes, handed on once and never compared
  record Received(byte[] bytes, boolean truncated, boolean tooLarge) {}

  private final long maxBytes;
  private final long declared;
  private final CompletableFuture<Received> result = new CompletableFuture<>();
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
  private volatile @Nullable Subscription subscription;

  /**
   * @param declared what {@code Content-Length} says; 0 where it says nothing
   */
  BoundedBody(long maxBytes, long declared) {
    this.maxBytes = maxBytes;
    this.declared = declared;
  }

  @Override
  public CompletionStage<Received> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (declared > maxBytes) {
      refuse();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    if (result.isDone()) {
      return;
    }
    for (ByteBuffer buffer : buffers) {
      if (bytes.size() + (long) buffer.remaining() > maxBytes) {
        bytes = new ByteArrayOutputStream(0);
        refuse();
        return;
      }
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      bytes.writeBytes(chunk);
    }
  }

  @Override
  public void onError(Throwable cause) {
    Received part = part();
    if (part != null) {
      result.complete(part);
    } else {
      result.completeExceptionally(cause);
    }
  }

  /**
   * What came of a body that broke off; null if nothing did. The client does not always wait for
   * {@link #onError} before it says so.
   */
  synchronized @Nullable Received part() {
    return bytes.size() == 0 ? null : new Received(bytes.toByteArray(), true, false);
  }

  @Override
  public synchronized void onComplete() {
    result.complete(new Received(bytes.toByteArray(), false, false));
  }

  private void refuse() {
    result.complete(new Received(new byte[0], false, true));
    cancel();
  }

  /** Ends the connection: nobody waits for the rest. */
  void cancel() {
    Subscription given = subscription;
    if (given != null) {
      given.cancel();
    }
  }
}
