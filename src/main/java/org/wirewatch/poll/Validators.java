package org.wirewatch.poll;

import org.jspecify.annotations.Nullable;

/**
 * What a server wants to be asked with, so that it can answer "not modified" (RFC 9110 8.8), and
 * our own check where it gives none.
 *
 * @param etag as given, quotes and weakness included; null where none came
 * @param lastModified as given; null where none came
 * @param bodyHash SHA-256 of the last body in hexadecimal: the same bytes need not be read again;
 *     null before the first one
 */
public record Validators(
    @Nullable String etag, @Nullable String lastModified, @Nullable String bodyHash) {
  /** A feed that was never fetched. */
  public static final Validators NONE = new Validators(null, null, null);
}
