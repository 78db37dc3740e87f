package org.wirewatch.judge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Alias;
import org.wirewatch.pack.AliasKind;
import org.wirewatch.pack.Homographs;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Organisation;
import org.wirewatch.pack.Packs;
import org.wirewatch.pack.Title;

/**
 * What the names of a compiled lexicon mean, each made when first asked for: of tens of thousands,
 * an article needs a few. Thread-safe.
 */
final class SenseTable implements IntFunction<Sense> {
  private final Packs packs;
  private final byte[] bytes;

  /** Where each begins. */
  private final int[] starts;

  /** Two threads may make the same one, which is harmless. */
  private final @Nullable Sense[] made;

  private SenseTable(Packs packs, byte[] bytes, int[] starts) {
    this.packs = packs;
    this.bytes = bytes;
    this.starts = starts;
    this.made = new @Nullable Sense[starts.length];
  }

  @Override
  public Sense apply(int number) {
    Sense sense = made[number];
    if (sense == null) {
      sense = make(number);
      made[number] = sense;
    }
    return sense;
  }

  static SenseTable read(ByteBuffer in, Packs packs) {
    int[] starts = new int[in.getInt()];
    in.asIntBuffer().get(starts);
    in.position(in.position() + starts.length * Integer.BYTES);
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new SenseTable(packs, bytes, starts);
  }

  static void write(List<Sense> senses, DataOutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream each = new DataOutputStream(bytes);
    out.writeInt(senses.size());
    for (Sense sense : senses) {
      out.writeInt(bytes.size());
      write(sense, each);
    }
    out.writeInt(bytes.size());
    bytes.writeTo(out);
  }

  private static void write(Sense sense, DataOutputStream out) throws IOException {
    switch (sense) {
      case Sense.OfCountry country -> {
        Alias alias = country.alias();
        texts(out, "country", country.code(), alias.text(), alias.language(), alias.kind().name());
        out.writeBoolean(alias.exactCase());
        out.writeBoolean(alias.ambiguous());
      }
      case Sense.OfCompound(Homographs.Compound compound) ->
          texts(out, "compound", compound.text(), compound.language(), compound.reading().name());
      case Sense.OfSubdivision subdivision -> {
        texts(out, "subdivision", subdivision.code(), subdivision.country());
        out.writeBoolean(subdivision.abbreviated());
      }
      case Sense.OfLeader(Leader leader, Leader.Alias alias) ->
          texts(out, "leader", leader.slug(), alias.text(), alias.language(), alias.use().name());
      case Sense.OfTitle title ->
          texts(out, "title", title.title().name(), title.country(), title.language());
      case Sense.OfOffice office ->
          texts(out, "office", office.of(), office.title().name(), office.language());
      case Sense.OfOutlet(Organisation outlet, Organisation.Spelling spelling) -> {
        texts(out, "outlet", outlet.id());
        out.writeShort(outlet.spellings().indexOf(spelling));
      }
    }
  }

  private static void texts(DataOutputStream out, String... texts) throws IOException {
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private Sense make(int number) {
    int start = starts[number];
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
      return switch (in.readUTF()) {
        case "country" -> country(in);
        case "compound" ->
            new Sense.OfCompound(
                new Homographs.Compound(
                    in.readUTF(), in.readUTF(), Homographs.Reading.valueOf(in.readUTF())));
        case "subdivision" -> new Sense.OfSubdivision(in.readUTF(), in.readUTF(), in.readBoolean());
        case "leader" -> leader(in);
        case "title" -> new Sense.OfTitle(Title.valueOf(in.readUTF()), in.readUTF(), in.readUTF());
        case "office" ->
            new Sense.OfOffice(in.readUTF(), Title.valueOf(in.readUTF()), in.readUTF());
        case "outlet" -> outlet(in);
        default -> throw new IllegalStateException("no sense at " + start);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sense country(DataInputStream in) throws IOException {
    String code = in.readUTF();
    Alias alias =
        new Alias(
            in.readUTF(),
            in.readUTF(),
            AliasKind.valueOf(in.readUTF()),
            in.readBoolean(),
            in.readBoolean());
    Homographs homographs = packs.homographs();
    return new Sense.OfCountry(
        code,
        alias,
        alias.ambiguous() ? homographs.readings(alias.text(), alias.language()) : Set.of(),
        alias.ambiguous() ? homographs.towns(alias.text()) : Set.of());
  }

  private Sense leader(DataInputStream in) throws IOException {
    Leader leader = packs.leaders().of(in.readUTF()).orElseThrow();
    return new Sense.OfLeader(
        leader, new Leader.Alias(in.readUTF(), in.readUTF(), Leader.Use.valueOf(in.readUTF())));
  }

  private Sense outlet(DataInputStream in) throws IOException {
    Organisation outlet = packs.organisations().of(in.readUTF()).orElseThrow();
    return new Sense.OfOutlet(outlet, outlet.spellings().get(in.readShort()));
  }
}
