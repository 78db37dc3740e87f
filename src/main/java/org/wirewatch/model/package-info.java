/**
 * The words of the trade: items, watchlists, flags, stories, alerts, notifications. Knows nothing
 * but {@code java.*}.
 *
 * <p>Records hold data, sealed interfaces closed choices; everything here is immutable and safe to
 * share between threads. How these are written as JSON is decided in {@code json}, what they mean
 * in the packages that make them.
 */
@NullMarked
package org.wirewatch.model;

import org.jspecify.annotations.NullMarked;
