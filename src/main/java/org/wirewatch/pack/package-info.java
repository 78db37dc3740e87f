/**
 * The built-in knowledge as data: countries, leaders, events, news organisations and regions in
 * every language that the packs speak. Knows the data files beside it and how to read them, not how
 * a mention is judged.
 *
 * <p>One door: {@link org.wirewatch.pack.Packs#load()}. What it hands out is immutable and safe to
 * share between threads.
 *
 * <pre>{@code
 * Packs packs = Packs.load();
 * packs.countries().aliases("VE");
 * packs.leaders().holders("TR", Title.PRESIDENT, LocalDate.of(2026, 11, 22));
 * packs.regions().codes("caribbean");
 * }</pre>
 *
 * <p>The data files are tab-separated text in {@code resources/org/wirewatch/pack}, made for people
 * to read and correct:
 *
 * <ol>
 *   <li>Lines with {@code #} are comments; the first ones name the source and the as-of date.
 *   <li>A cell that holds several texts parts them with {@code |}.
 *   <li>A name is written {@code stem/paradigm} where it has inflected forms; {@code
 *       inflections.tsv} lists the endings of each paradigm of each language, so the forms are made
 *       as the file is read and nobody types eleven cases.
 *   <li>A text that ends in {@code !} counts only in the very case that it is written in: {@code
 *       US!}, {@code MAN!}.
 * </ol>
 *
 * <p>{@code country-names.tsv} is made anew from Unicode CLDR by {@code CountryNamesGenerator} in
 * the tests' tree, and a test holds that it stays what the generator makes. The other files are
 * written by hand from the sources that their first lines name. What names are spelled with is read
 * when first asked for: a process that has the index of them compiled never does. Leaders change
 * faster than releases: {@link org.wirewatch.pack.LeadersComparison} tells the pack from what
 * another source says, and {@link org.wirewatch.pack.LeadersUpdate} is the file that keeps the
 * difference.
 */
@NullMarked
package org.wirewatch.pack;

import org.jspecify.annotations.NullMarked;
