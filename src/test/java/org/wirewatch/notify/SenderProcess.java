package org.wirewatch.notify;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.wirewatch.model.TopicNames;

/** A process that does nothing but send to one webhook, until it is killed. */
public final class SenderProcess {
  private SenderProcess() {}

  /**
   * Sends until the process ends.
   *
   * @param args bootstrap servers, prefix of the topics, address of the webhook
   */
  public static void main(String[] args) throws InterruptedException {
    ReceiverConfig receiver =
        ReceiverConfig.of("hook", new Channel.Webhook(URI.create(args[2]), null, true));
    Notifier notifier =
        new Notifier(
            NotifyConfig.DEFAULT.withReceivers(List.of(receiver)),
            Map.of("bootstrap.servers", args[0]),
            new TopicNames(args[1]),
            InstantSource.system(),
            System.out,
            false);
    notifier.start();
    new CountDownLatch(1).await();
  }
}
