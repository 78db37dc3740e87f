package org.wirewatch.judge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.wirewatch.match.PhraseIndex;
import org.wirewatch.pack.Packs;

/**
 * All names of the packs as the build compiled them, which is read in a tenth of the time that
 * their text takes. Never trusted: where it is missing, damaged, of another format or made of other
 * data files than those beside it, or where the leaders were updated, there is none and the text is
 * read.
 *
 * <p>Layout, big-endian: magic and format, the fingerprint of the data files, the check of the
 * rest; then the senses and the index.
 */
final class CompiledLexicon {
  /** Beside these classes; made by the build, in no source folder. */
  static final String FILE = "names.bin";

  private static final int MAGIC = 0x57574E4D;
  private static final int FORMAT = 1;
  private static final int HEADER = 2 * Integer.BYTES + 2 * Long.BYTES;

  private CompiledLexicon() {}

  /** The index of the build's file, if it is there and is right. */
  static Optional<PhraseIndex<Sense>> read() {
    try (InputStream in = CompiledLexicon.class.getResourceAsStream(FILE)) {
      return in == null ? Optional.empty() : read(in.readAllBytes(), Packs.load());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The index of a file's bytes, if they are right. */
  static Optional<PhraseIndex<Sense>> read(byte[] bytes, Packs packs) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER
        || !packs.leadersAreBuiltIn()
        || in.getInt() != MAGIC
        || in.getInt() != FORMAT
        || in.getLong() != packs.fingerprintOfNames()
        || in.getLong() != check(bytes)) {
      return Optional.empty();
    }
    SenseTable senses = SenseTable.read(in, packs);
    return Optional.of(PhraseIndex.read(in, senses));
  }

  /** The bytes of the packs' names. */
  static byte[] compile(Packs packs) throws IOException {
    PhraseIndex.Builder<Sense> index = LexiconText.read(packs);
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(rest);
    SenseTable.write(index.values(), out);
    index.write(out);
    ByteBuffer whole = ByteBuffer.allocate(HEADER + rest.size());
    whole.putInt(MAGIC).putInt(FORMAT).putLong(packs.fingerprintOfNames());
    whole.position(HEADER).put(rest.toByteArray());
    return whole.putLong(HEADER - Long.BYTES, check(whole.array())).array();
  }

  private static long check(byte[] bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes, HEADER, bytes.length - HEADER);
    return check.getValue();
  }
}
