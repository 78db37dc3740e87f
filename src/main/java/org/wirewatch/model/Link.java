package org.wirewatch.model;

import org.jspecify.annotations.Nullable;

/**
 * A link of an item.
 *
 * @param rel its relation as of RFC 8288: {@code alternate}, {@code enclosure}, {@code related} …
 * @param href absolute where that could be told
 * @param type media type; null where not given
 */
public record Link(String rel, String href, @Nullable String type) {}
