package org.wirewatch.feed;

import java.util.Locale;
import java.util.Map;

/**
 * The namespaces that we read, each by the prefix that its specification uses. Publishers misspell
 * them in scheme, capitals and final slash, which makes no difference here.
 */
final class KnownNamespaces {
  /** The prefix of elements without one: RSS, and formats that are read only as roots. */
  static final String CORE = "";

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("purl.org/rss/1.0", CORE),
          Map.entry("my.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("channel.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", CORE),
          Map.entry("purl.org/net/rss1.1", CORE),
          Map.entry("backend.userland.com/rss", CORE),
          Map.entry("backend.userland.com/rss2", CORE),
          Map.entry("blogs.law.harvard.edu/tech/rss", CORE),
          Map.entry("backend.userland.com/blogchannelmodule", "blogchannel"),
          Map.entry("purl.org/rss/1.0/modules/rss091", CORE),
          Map.entry("sitemaps.org/schemas/sitemap/0.9", CORE),
          Map.entry("google.com/schemas/sitemap/0.84", CORE),
          Map.entry("google.com/schemas/sitemap/0.9", CORE),
          Map.entry("iptc.org/std/nar/2006-10-01", CORE),
          Map.entry("iptc.org/std/nitf/2006-10-18", CORE),
          Map.entry("w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
          Map.entry("w3.org/2005/atom", "atom"),
          Map.entry("purl.org/atom/ns", "atom"),
          Map.entry("purl.org/dc/elements/1.1", "dc"),
          Map.entry("purl.org/dc/elements/1.0", "dc"),
          Map.entry("purl.org/dc/terms", "dcterms"),
          Map.entry("purl.org/rss/1.0/modules/content", "content"),
          Map.entry("search.yahoo.com/mrss", "media"),
          Map.entry("search.yahoo.com/mrss/", "media"),
          Map.entry("video.search.yahoo.com/mrss", "media"),
          Map.entry("itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("itunes.com/dtd/podcast-1.0.dtd", "itunes"),
          Map.entry("georss.org/georss", "georss"),
          Map.entry("w3.org/2003/01/geo/wgs84_pos", "geo"),
          Map.entry("opengis.net/gml", "gml"),
          Map.entry("purl.org/rss/1.0/modules/slash", "slash"),
          Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
          Map.entry("w3.org/1999/xhtml", "xhtml"),
          Map.entry("w3.org/xml/1998/namespace", "xml"),
          Map.entry("google.com/schemas/sitemap-news/0.9", "news"),
          Map.entry("google.com/schemas/sitemap-image/1.1", "image"),
          Map.entry("google.com/schemas/sitemap-video/1.1", "video"),
          Map.entry("wellformedweb.org/commentapi", "wfw"),
          Map.entry("purl.org/syndication/thread/1.0", "thr"),
          Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("webns.net/mvcb", "admin"),
          Map.entry("creativecommons.org/ns", "cc"),
          Map.entry("web.resource.org/cc", "cc"),
          Map.entry("urn:oasis:names:tc:emergency:cap:1.2", "cap"),
          Map.entry("urn:oasis:names:tc:emergency:cap:1.1", "cap"),
          Map.entry("incident.com/cap/1.0", "cap"));

  private KnownNamespaces() {}

  /** The known prefix of a namespace; otherwise the one that the document uses. */
  static String prefix(String namespace, String written) {
    String known = PREFIXES.get(plain(namespace));
    return known != null ? known : written.toLowerCase(Locale.ROOT);
  }

  private static String plain(String namespace) {
    String plain = namespace.strip().toLowerCase(Locale.ROOT);
    for (String prefix : new String[] {"http://", "https://", "www."}) {
      if (plain.startsWith(prefix)) {
        plain = plain.substring(prefix.length());
      }
    }
    int end = plain.length();
    while (end > 0 && (plain.charAt(end - 1) == '/' || plain.charAt(end - 1) == '#')) {
      end--;
    }
    return plain.substring(0, end);
  }
}
