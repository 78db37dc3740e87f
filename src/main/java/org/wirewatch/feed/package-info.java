/**
 * Bytes become items: feeds, sitemaps, wire formats, alerts and pages of every kind seen in the
 * wild, and lists of subscriptions. Knows {@code model} and {@code text}; never a network, a clock,
 * Kafka or a log.
 *
 * <p>Use: {@code new FeedParser(FeedLimits.DEFAULT, detector).parse(bytes, origin)}. The way
 * through it, one type a step:
 *
 * <ol>
 *   <li>{@link org.wirewatch.feed.FeedParser} unpacks and bounds the body;
 *   <li>{@code Decoder} finds the characters, whatever header, declaration and bytes disagree on;
 *   <li>{@code XmlTree} reads the markup. It is one reader for sound and for broken documents, so
 *       that a repair cannot read a feed differently from the strict way; it knows no document
 *       types, hence neither external entities nor expansion;
 *   <li>{@code Format} tells what it is by its root, never by its content type;
 *   <li>a reader per format puts what the document says into drafts;
 *   <li>{@code ItemMaker} makes an item of each draft: plain text, absolute addresses, instants,
 *       language, identity. All that formats have in common is decided there.
 * </ol>
 *
 * Everything public here is immutable or stateless and safe to share between threads.
 */
@NullMarked
package org.wirewatch.feed;

import org.jspecify.annotations.NullMarked;
