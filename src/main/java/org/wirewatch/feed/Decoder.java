package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the characters of a document whose bytes, declaration and HTTP header need not agree.
 *
 * <ol>
 *   <li>a byte order mark, or the zero bytes of UTF-16 and UTF-32, decide;
 *   <li>bytes that can hardly be anything but UTF-8 are UTF-8, whatever is said of them;
 *   <li>the HTTP header's charset (RFC 7303: it overrides the declaration), then the declared one,
 *       if the bytes are possible in it;
 *   <li>UTF-8 with a few broken characters;
 *   <li>what the statistics of the bytes suggest, else windows-1252.
 * </ol>
 */
final class Decoder {
  /** Two-byte characters of legacy charsets look like UTF-8 by chance, but not often in a row. */
  private static final int CONVINCING = 3;

  private final byte[] bytes;
  private final Repairs repairs;

  private Decoder(byte[] bytes, Repairs repairs) {
    this.bytes = bytes;
    this.repairs = repairs;
  }

  static String decode(byte[] bytes, Origin origin, Repairs repairs) {
    String text = new Decoder(bytes, repairs).decode(origin.charset());
    return withoutControls(text, repairs);
  }

  private String decode(Optional<String> header) {
    UnicodeMark mark = UnicodeMark.of(bytes);
    if (mark != null) {
      return new String(bytes, mark.length(), bytes.length - mark.length(), mark.charset());
    }

    Charset said = header.map(Charsets::byLabel).orElse(null);
    Charset declared = Declaration.charset(bytes);
    String utf8 = new String(bytes, UTF_8);
    boolean sound = utf8.indexOf('\ufffd') < 0;
    if (sound && (isConvincing() || isUtf8(said) || (said == null && isUtf8(declared)))) {
      mention(UTF_8, said != null ? said : declared);
      return utf8;
    }
    boolean overruled = Charsets.WINDOWS_1252.equals(said) && declared != null && !isLatin();
    for (Charset candidate :
        overruled ? new Charset[] {declared} : new Charset[] {said, declared}) {
      String text = candidate == null ? null : strict(candidate);
      if (text != null) {
        mention(candidate, said != null ? said : declared);
        return text;
      }
    }
    return sound ? utf8 : guess(utf8);
  }

  /** Reports a charset that is not the one expected. */
  private void mention(Charset found, @Nullable Charset expected) {
    if (expected != null && !expected.equals(found)) {
      repairs.add("charset is " + found.name() + ", not " + expected.name());
    }
  }

  /** UTF-8 that is broken in a few places, or something else altogether. */
  private String guess(String utf8) {
    long broken = utf8.chars().filter(c -> c == '\ufffd').count();
    long sound = utf8.chars().filter(c -> c >= 0x80 && c != '\ufffd').count();
    if (sound > 4 * broken) {
      repairs.add("broken UTF-8");
      return utf8;
    }
    Charset likely = mostLikely();
    repairs.add("charset guessed: " + likely.name());
    return new String(bytes, likely);
  }

  private Charset mostLikely() {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(bytes);
    CharsetMatch match = detector.detect();
    Charset likely =
        match == null || match.getConfidence() < 20 ? null : Charsets.byLabel(match.getName());
    return likely == null || isUtf8(likely) ? Charsets.WINDOWS_1252 : likely;
  }

  private @Nullable String strict(Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(
              Charsets.isSingleByte(charset) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  /** Whether sound UTF-8 holds enough beyond ASCII not to be there by chance. */
  private boolean isConvincing() {
    int pairs = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (b >= 0xe0) {
        return true;
      }
      if (b >= 0xc2 && ++pairs >= CONVINCING) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the letters beyond ASCII stand alone between others, as accents do, rather than in
   * words of their own: servers say Latin-1 of everything when nobody told them better.
   */
  private boolean isLatin() {
    int single = 0;
    int inWords = 0;
    int run = 0;
    for (byte b : bytes) {
      if (b < 0) {
        run++;
      } else {
        single += run <= 2 ? run : 0;
        inWords += run <= 2 ? 0 : run;
        run = 0;
      }
    }
    return single >= inWords;
  }

  private static boolean isUtf8(@Nullable Charset charset) {
    return StandardCharsets.UTF_8.equals(charset);
  }

  /** Controls are no characters of XML, and never meant. */
  private static String withoutControls(String text, Repairs repairs) {
    int i = 0;
    while (i < text.length() && !isControl(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    repairs.add("control characters removed");
    StringBuilder clean = new StringBuilder(text.length());
    text.chars().filter(c -> !isControl((char) c)).forEach(c -> clean.append((char) c));
    return clean.toString();
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t')
        || c == 0x7f
        || c == '\uffff'
        || c == '\ufffe';
  }
}
