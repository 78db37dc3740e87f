package org.wirewatch.notify;

import org.jspecify.annotations.Nullable;

/** The forms that users wrote for one receiver; null where Wirewatch's own are used. Immutable. */
public record Templates(
    @Nullable Template subject,
    @Nullable Template text,
    @Nullable Template html,
    @Nullable Template blocks) {
  public static final Templates NONE = new Templates(null, null, null, null);
}
