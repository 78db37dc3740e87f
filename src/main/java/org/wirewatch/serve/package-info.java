/**
 * What is served over HTTP: health and the bundled sample feed. Knows neither how alerts are made
 * nor how they are sent.
 *
 * <pre>{@code
 * Desk desk = Desk.start("127.0.0.1", 8080, sampleFeed, health);
 * }</pre>
 */
@NullMarked
package org.wirewatch.serve;

import org.jspecify.annotations.NullMarked;
