package org.wirewatch;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.wirewatch.broker.EmbeddedBroker;

/** A broker in a process of its own, so that it can be killed alone. */
final class BrokerProcess {
  private BrokerProcess() {}

  /** Runs until it is killed; the arguments are its folder and its port. */
  public static void main(String[] arguments) throws InterruptedException {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      System.out.println(broker.bootstrapServers());
      new CountDownLatch(1).await();
    }
  }
}
