package org.wirewatch.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether a text tells of a toll that rises: what happened happened before, and the day that it
 * names is the day of the count. A word for those counted and one for rising, each anywhere in the
 * beginning. Not thread-safe.
 */
final class RisingToll {
  private static final Set<String> COUNTED =
      folded(
          """
          toll deaths dead fatalities cifra saldo muertos fallecidos víctimas bilan morts victimes
          todesopfer totenzahl opferzahl tote toten mortos vítimas bilancio morti vittime dodental
          doden slachtoffers liczba bilans ofiar zabitych ölü ölenlerin kaybedenlerin sayısı
          погибших жертв пострадавших число загиблих кількість حصيلة عدد ضحايا قتلى القتلى الضحايا
          الوفيات شمار تعداد کشته کشتهها قربانیان جانباختگان ההרוגים הנספים מניין हताहतों मृतकों
          संख्या मौतों korban tewas 사망자 사망자가 사망자는 희생자 사망자수
          """);

  private static final Set<String> RISEN =
      folded(
          """
          rises rose risen climbs climbed climb rise jumps jumped passes passed tops topped asciende
          ascienden ascendió sube suben subió aumenta aumentó eleva elevó alourdit alourdi monte
          grimpe steigt stieg gestiegen erhöht erhöhte sobe subiu aumentou sale salgono salito saliti
          salgono stijgt steeg gestegen opgelopen wzrosła wzrósł wzrasta rośnie yükseldi yükseliyor
          arttı çıktı выросло возросло увеличилось достигло выросла зросла зросло збільшилася
          збільшилась ارتفاع ارتفع ارتفعت ترتفع افزایش رسید עלה עולה עלו बढ़कर बढ़ी बढ़ा bertambah
          meningkat naik 늘어 늘어나 늘었다 늘었습니다 증가
          """);

  /** Of scripts without spaces. */
  private static final Set<String> RISEN_PAIRS = Set.of("升至", "增至", "升到", "增加", "増加", "増え");

  private static final Set<String> COUNTED_PAIRS = Set.of("死者", "死亡", "遇难", "遇難", "罹难", "罹難", "犠牲");

  private boolean counted;
  private boolean risen;

  /** The next word, folded. */
  void word(String folded) {
    counted |= COUNTED.contains(folded);
    risen |= RISEN.contains(folded);
  }

  /** Two characters of a script without spaces in a row. */
  void unspaced(char a, char b) {
    String pair = String.valueOf(new char[] {a, b});
    counted |= COUNTED_PAIRS.contains(pair);
    risen |= RISEN_PAIRS.contains(pair);
  }

  boolean isTold() {
    return counted && risen;
  }

  private static Set<String> folded(String words) {
    Set<String> folded = new HashSet<>();
    for (String word : words.strip().split("\\s+", -1)) {
      folded.add(Folding.fold(word));
    }
    return Set.copyOf(folded);
  }
}
