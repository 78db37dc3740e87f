package org.wirewatch.pack;

/**
 * A country; the ways to refer to it are {@link Countries#aliases}.
 *
 * @param code ISO 3166-1 alpha-2, or {@code XK}
 * @param name the English short name, shown to people
 */
public record Country(String code, String name) {}
