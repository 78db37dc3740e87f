package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The charset that a document names in its XML declaration or its HTML {@code meta}. */
final class Declaration {
  /** How far into the document a declaration is looked for, in bytes. */
  private static final int WINDOW = 1024;

  /** {@code <?xml} on an IBM mainframe, the same in all variants of EBCDIC, read as Latin-1. */
  private static final String EBCDIC_START = "Lo§\u0094";

  private static final Pattern XML =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  private Declaration() {}

  /** Null if the document names none, or one that nobody knows. */
  static @Nullable Charset charset(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, WINDOW), ISO_8859_1);
    if (start.startsWith(EBCDIC_START)) {
      return ebcdic(bytes);
    }
    for (Pattern pattern : new Pattern[] {XML, META}) {
      Matcher matcher = pattern.matcher(start);
      if (matcher.find()) {
        return Charsets.ofAsciiFamily(matcher.group(1));
      }
    }
    return null;
  }

  private static @Nullable Charset ebcdic(byte[] bytes) {
    Charset family = Charsets.byLabel("cp037");
    if (family == null) {
      return null;
    }
    Matcher matcher = XML.matcher(new String(bytes, 0, Math.min(bytes.length, WINDOW), family));
    Charset named = matcher.find() ? Charsets.byLabel(matcher.group(1)) : null;
    return named == null ? family : named;
  }
}
