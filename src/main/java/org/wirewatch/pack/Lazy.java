package org.wirewatch.pack;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when first asked for, once. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
  private @Nullable Supplier<T> maker;
  private volatile @Nullable T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T made = value;
    return made == null ? make() : made;
  }

  private synchronized T make() {
    T made = value;
    if (made == null && maker != null) {
      made = maker.get();
      value = made;
      maker = null;
    }
    if (made == null) {
      throw new IllegalStateException("made nothing");
    }
    return made;
  }
}
