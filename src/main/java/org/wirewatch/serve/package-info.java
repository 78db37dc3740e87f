/**
 * What is served over HTTP, and how alerts look in a browser ({@link
 * org.wirewatch.serve.DeskPages}). {@link org.wirewatch.serve.Desk} hosts whatever others hand in
 * as {@link org.wirewatch.serve.Endpoint}s: a method, a path, who may ask, and a handler from
 * {@link org.wirewatch.serve.Request} to {@link org.wirewatch.serve.Answer}. Those who write
 * handlers need not know this package: whoever composes the system adapts them. Knows neither how
 * alerts are made nor how they are sent.
 *
 * <p>By default only this machine reaches the desk. What changes something asks for the configured
 * token; without one it is taken from this machine only, and never from a page of another site.
 *
 * <pre>{@code
 * Desk desk = Desk.start(DeskConfig.DEFAULT, List.of(Endpoints.health(health)));
 * }</pre>
 */
@NullMarked
package org.wirewatch.serve;

import org.jspecify.annotations.NullMarked;
