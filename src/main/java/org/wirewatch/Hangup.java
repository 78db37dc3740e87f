package org.wirewatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Hears SIGHUP, by which operators ask a daemon to read its configuration again; there is none on
 * Windows.
 */
final class Hangup {
  private Hangup() {}

  /**
   * Runs {@code reload} on each SIGHUP. The class that the JDK offers for this cannot be named
   * without a compiler warning, so it is asked for by name.
   */
  static void onHangup(Runnable reload) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      MethodHandle run =
          MethodHandles.publicLookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(reload);
      Object heard =
          MethodHandleProxies.asInterfaceInstance(
              handler, MethodHandles.dropArguments(run, 0, signal));
      Object hangup = signal.getConstructor(String.class).newInstance("HUP");
      signal.getMethod("handle", signal, handler).invoke(null, hangup, heard);
    } catch (ReflectiveOperationException e) {
      // No such signal here: a changed file is noticed all the same.
    }
  }
}
