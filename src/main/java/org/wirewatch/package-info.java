/**
 * Where the process begins and the system is put together: {@link org.wirewatch.Main} hands the
 * command line on, {@link org.wirewatch.App} wires, starts, reloads and stops. Knows everybody;
 * nobody may know it.
 */
@NullMarked
package org.wirewatch;

import org.jspecify.annotations.NullMarked;
