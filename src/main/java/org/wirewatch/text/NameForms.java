package org.wirewatch.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The case forms of proper names, by their endings: what light stemmers, made for common words,
 * miss or confuse.
 *
 * <p>For each language a list of paradigms: the ending of the name as listed, then the endings that
 * replace it. The longest ending that fits is taken. Over-generation is harmless: a form that no
 * text has matches nothing.
 */
public final class NameForms {
  private static final Map<String, List<Paradigm>> PARADIGMS =
      Map.of(
          "ru",
          paradigms(
              "ия=ии ию ией; а=ы и у е ой ою; я=и ю е ей; ия=ии ию ией; ы=ов ам ами ах; и=ей ов ям"
                  + " ями ях ам ами ах; ь=я ю ем е и ью; й=я ю ем е ом; ий=ого ому им ом его ему ем;"
                  + " ой=ого ому ым ом; ый=ого ому ым ом; ая=ой ую ою; ское=ского скому ским ском;"
                  + " е=я ю ем; ские=ских ским скими; о=; у=; э=; =а у ом ем е"),
          "uk",
          paradigms(
              "ія=ії ію ією; їна=їни їні їну їною; а=и і у ою ї; я=і ю ею ї; и=ів ам ами ах; ь=я ю ем"
                  + " і ю; й=я ю єм ї ом; ий=ого ому им ім; ій=ого ому ім; а=и і у ою; ка=ки ці ку кою;"
                  + " га=ги зі гу гою; е=ого ому им; о=; у=; їв=єва єву єві євом;"
                  + " ів=ова ову ові овом; =у а ом ові і ем"),
          "pl",
          paradigms(
              "ia=ii ię ią io; ja=ji ję ją jo; ka=ki ce kę ką; ga=gi dze gę gą; ra=ry rze rę rą; da=dy"
                  + " dzie dę dą; ta=ty cie tę tą; na=ny nie nę ną; la=li lę lą; a=y i ę ą ie e; y=ów om"
                  + " ami ach; en=nu nem nie enu enem enie; ny=iec nom nami nach; cy=ec com cami cach;"
                  + " o=a u em ie iem; e=; i=ego emu im; =u a owi em ie iem"),
          "tr",
          paradigms(
              "=da de ta te dan den tan ten nın nin nun nün ın in un ün ya ye na ne yı yi yu yü"),
          "hi",
          paradigms(""));

  private NameForms() {}

  private record Paradigm(String ending, List<String> others) {}

  /** The folded forms of a folded name other than itself; empty for languages without paradigms. */
  public static List<String> of(String folded, String language) {
    List<Paradigm> paradigms = PARADIGMS.getOrDefault(language, List.of());
    Paradigm best = null;
    for (Paradigm paradigm : paradigms) {
      boolean fits =
          folded.endsWith(paradigm.ending) && folded.length() > paradigm.ending.length() + 1;
      if (fits && (best == null || paradigm.ending.length() > best.ending.length())) {
        best = paradigm;
      }
    }
    if (best == null) {
      return List.of();
    }
    String stem = folded.substring(0, folded.length() - best.ending.length());
    List<String> forms = new ArrayList<>();
    for (String other : best.others) {
      forms.add(stem + other);
    }
    return forms;
  }

  private static List<Paradigm> paradigms(String table) {
    List<Paradigm> paradigms = new ArrayList<>();
    for (String row : table.split(";", -1)) {
      String[] sides = row.strip().split("=", -1);
      if (sides.length == 2) {
        List<String> others =
            sides[1].isEmpty() ? List.of() : List.of(Folding.fold(sides[1]).split(" ", -1));
        paradigms.add(new Paradigm(Folding.fold(sides[0]), others));
      }
    }
    return List.copyOf(paradigms);
  }
}
