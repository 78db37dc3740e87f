package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says of itself, as it says it, and its entries. Confined to one thread. */
final class FeedDraft {
  final String format;
  final Inherited inherited;
  GivenText title = GivenText.NONE;
  @Nullable String homepage;
  @Nullable String language;
  @Nullable String rights;
  final PollingDraft polling = new PollingDraft();
  final List<String> parts = new ArrayList<>();
  final List<EntryDraft> entries = new ArrayList<>();

  /** Entries that the document does not hold to their end. */
  int cutOff;

  FeedDraft(String format, Inherited inherited) {
    this.format = format;
    this.inherited = inherited;
  }
}
