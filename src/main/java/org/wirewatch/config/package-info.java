/**
 * What the user wrote: the configuration file, watchlist files and feed files, read, checked and
 * composed. Knows every package's own settings, starts none of them.
 *
 * <pre>{@code
 * Loaded<AppConfig> loaded = ConfigReader.read(Path.of("wirewatch.yaml"), System.getenv());
 * Loaded<List<Watchlist>> lists = WatchlistReader.read(Path.of("watchlists.yaml"));
 * }</pre>
 *
 * <ol>
 *   <li>YAML 1.2 (so an unquoted {@code NO} is Norway); every value knows its line and column.
 *   <li>Unknown keys are refused, with the nearest known one.
 *   <li>All problems are reported at once, each as {@code file:line:column: what, and how to mend
 *       it}.
 *   <li>{@code ${NAME}} is an environment variable, {@code ${file:PATH}} a file's content.
 *   <li>Secrets are a type of their own and are never printed.
 * </ol>
 */
@NullMarked
package org.wirewatch.config;

import org.jspecify.annotations.NullMarked;
