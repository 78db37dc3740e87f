package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class HostGateTest {
  @Test
  void noMoreThanTwoAreAtOneHost() throws InterruptedException {
    HostGate gate = new HostGate(100, 2, Duration.ZERO);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Integer> visit =
        () -> {
          try (HostGate.Turn turn = gate.enter("news.example")) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            return inside.decrementAndGet();
          }
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(50, visit));
    }

    assertThat(most.get()).isBetween(1, 2);
    assertThat(gate.hosts()).isZero();
  }

  @Test
  void requestsToOneHostAreSpaced() throws InterruptedException {
    HostGate gate = new HostGate(100, 2, Duration.ofMillis(30));
    long start = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      gate.enter("news.example").close();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(90));
  }

  @Test
  void aCrowdedHostKeepsNobodyElseWaiting() throws Exception {
    HostGate gate = new HostGate(3, 2, Duration.ZERO);
    HostGate.Turn one = gate.enter("slow.example");
    HostGate.Turn two = gate.enter("slow.example");
    CountDownLatch waiting = new CountDownLatch(20);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.execute(() -> visit(gate, waiting));
      }
      assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

      gate.enter("quick.example").close();

      one.close();
      two.close();
    }
  }

  private static void visit(HostGate gate, CountDownLatch waiting) {
    waiting.countDown();
    try {
      gate.enter("slow.example").close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
