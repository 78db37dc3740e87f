package org.wirewatch.feed;

/**
 * A feed that a web page offers.
 *
 * @param url absolute
 * @param title as the page names it; may be empty
 * @param type media type; empty where it was guessed from the address
 */
public record FeedLink(String url, String title, String type) {}
