package org.wirewatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Counts what a JMH benchmark did and the processor time of its thread: what else the machine does
 * meanwhile does not count. A benchmark takes it as a parameter and adds to {@link #done}.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Operations of the iteration. */
  public long done;

  /** Nanoseconds of the iteration. */
  public long nanos;

  private long started;

  /** Processor time of the calling thread, in nanoseconds. */
  public static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  @Setup(Level.Iteration)
  public void start() {
    done = 0;
    started = now();
  }

  @TearDown(Level.Iteration)
  public void stop() {
    nanos = now() - started;
  }
}
