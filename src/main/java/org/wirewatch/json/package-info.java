/**
 * How the model is written as JSON: the one mapper, the serdes, the schemas. Knows nothing of who
 * reads or writes it.
 *
 * <pre>{@code
 * String line = Json.mapper().writeValueAsString(item);
 * Serde<Alert> serde = JsonSerde.of(Alert.class);
 * String schema = Schemas.text("alert");
 * }</pre>
 *
 * <p>Property names are snake_case, enum constants lower-case with hyphens, times RFC 3339 in UTC.
 * Unknown properties are ignored, so that a newer writer does not stop an older reader. Everything
 * here is thread-safe.
 */
@NullMarked
package org.wirewatch.json;

import org.jspecify.annotations.NullMarked;
