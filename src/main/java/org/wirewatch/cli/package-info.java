/**
 * The commands: what people type and what they read back. Knows every package but starts no system
 * itself; {@code run} is handed the way to start one.
 *
 * <ol>
 *   <li>Results go to standard output, everything else to standard error.
 *   <li>Exit 0: done. 1: it ran and found a fault in the input. 2: wrong usage. 3: the environment
 *       lacks something.
 *   <li>A terminal gets colour; a pipe gets none.
 *   <li>A bad input is one line that says what and where; a stack trace needs {@code --verbose}.
 * </ol>
 */
@NullMarked
package org.wirewatch.cli;

import org.jspecify.annotations.NullMarked;
