/**
 * Reads plain text: tokens with offsets, sentences and paragraphs, letter case, folding, stems,
 * languages, canonical addresses and fingerprints. Knows nothing of what is watched.
 *
 * <pre>{@code
 * Tokens tokens = Tokenizer.tokenize(item);
 * for (int i = 0; i < tokens.size(); i++) {
 *   System.out.println(tokens.folded(i) + " in sentence " + tokens.sentence(i));
 * }
 * }</pre>
 *
 * <p>How text is cut, in this order:
 *
 * <ol>
 *   <li>A Han character or a kana is a token of its own, so that a name is found inside running
 *       Chinese and Japanese without a dictionary; Thai, Lao, Khmer and Burmese are cut by ICU.
 *       Traditional and simplified Chinese characters fold alike.
 *   <li>Letters, digits and their marks make words. A hyphen or an apostrophe inside a word parts
 *       it, and the whole joined stands beside the parts as an alternate reading: "cease-fire" is
 *       also "ceasefire". An English possessive and a Turkish case ending after an apostrophe
 *       belong to no token.
 *   <li>Dotted initials are one token without dots ("U.S." is "us", written in capitals).
 *   <li>Arabic and Hebrew prefixes and Korean particles may be taken off: alternates again.
 *   <li>Line breaks end paragraphs, and paragraphs end sentences.
 * </ol>
 *
 * <p>Everything here is pure and safe to call from any thread.
 */
@NullMarked
package org.wirewatch.text;

import org.jspecify.annotations.NullMarked;
