package org.wirewatch.match;

/**
 * A judged mention of a country, leader or event, for queries that name one.
 *
 * @param entity {@code country:VE}, {@code leader:…}, {@code event:…}
 * @param first the first token
 * @param last the last token, inclusive
 */
public record EntityMention(String entity, int first, int last) {}
