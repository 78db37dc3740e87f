package org.wirewatch.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item judged: what it is flagged with; the value of {@code wirewatch.flags}. */
public record FlaggedItem(
    String item,
    String title,
    @Nullable String language,
    @Nullable Instant published,
    Attribution attribution,
    List<Flag> flags) {

  public FlaggedItem {
    flags = List.copyOf(flags);
  }
}
