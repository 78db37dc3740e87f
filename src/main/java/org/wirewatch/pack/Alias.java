package org.wirewatch.pack;

/**
 * One way to refer to a country.
 *
 * @param text as usually written, one inflected form
 * @param language of section 8 of the contract as ISO 639-1 ({@code zh} for both scripts); {@code
 *     mul} where it is the same in every language
 * @param exactCase whether it counts only in the very case of {@code text}: {@code US}, not {@code
 *     us}
 * @param ambiguous whether the words also mean something else, see {@link Homographs}
 */
public record Alias(
    String text, String language, AliasKind kind, boolean exactCase, boolean ambiguous) {}
