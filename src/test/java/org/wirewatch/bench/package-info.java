/**
 * The benchmarks behind {@code wirewatch bench}: each {@link org.wirewatch.bench.Bench} gives some
 * rows of one table. To add one, write a class and name it in {@link
 * org.wirewatch.bench.Benchmarks}. Figures are per second of processor time of one thread, so that
 * a busy machine changes them little; a peer is measured in the same run on the same data.
 */
@NullMarked
package org.wirewatch.bench;

import org.jspecify.annotations.NullMarked;
