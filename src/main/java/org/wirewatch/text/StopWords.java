package org.wirewatch.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commonest small words of the languages in Latin script. */
public final class StopWords {
  private static final List<String> LANGUAGES = new ArrayList<>();
  private static final List<Set<String>> WORDS = new ArrayList<>();

  /** From a word to the languages that have it, as bits. */
  private static final Map<String, Integer> LANGUAGES_OF = new HashMap<>();

  static {
    list(
        "en",
        "the of and to in a is that for it on was with as by at from be has have are his this but"
            + " not they were which after said its an will who their over been he she would had or");
    list(
        "es",
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya"
            + " o este sí porque esta entre cuando muy sin sobre también fue han ha tras según");
    list(
        "fr",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont"
            + " aux avec son sa été ont mais selon leur cette après elle");
    list(
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an"
            + " werden aus er hat dass sie nach wird bei einer um am sind noch wie über einem haben");
    list(
        "pt",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu"
            + " sua ou foi são pelo pela após nos já está também");
    list(
        "it",
        "di e il la che in a per un del è non una sono da con i le si dei nel alla della come più al"
            + " ha lo gli anche ma dal delle ed questo dopo stato");
    list(
        "nl",
        "de van het een en in is dat op te voor met die zijn niet aan er om ook als dan maar bij uit"
            + " nog naar heeft door over worden wordt hij tot werd");
    list(
        "pl",
        "w i z na do się nie o że to jest po za od przez a dla jak co ze ale jego oraz był są tym ich"
            + " tego który która które został przed pod");
    list(
        "tr",
        "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ne en ki o ise her değil"
            + " olduğu tarafından dedi oldu");
    list(
        "id",
        "yang di dan dari untuk dengan ini pada itu dalam tidak akan ke telah oleh sebagai juga ada"
            + " bahwa adalah para mereka atau kata saat karena");
    list(
        "sv",
        "och i att en som är på det av för den med till inte har de om ett från vid han var efter kan"
            + " men också sig");
    list(
        "da",
        "og i at en den til er som på de med han af for ikke der var et det har fra blev men også ved"
            + " efter mod");
    list(
        "no",
        "og i å en som er på det av for den med til ikke har de om et fra ved han var etter kan men"
            + " også seg ble");
    list("fi", "ja on ei se että oli hän mukaan ovat kun mutta joka myös sekä kuin olla ollut voi");
    list(
        "cs",
        "a v se na je že o s z do i to za ve po pro byl které jako jsou ale by od jeho podle");
    list(
        "hu", "a az és hogy nem is egy van meg volt ez de csak már azt szerint után mint még lesz");
    list("ro", "de și în la a cu pe care din că nu o să este un au pentru mai sunt fost după prin");
    list(
        "vi", "của và là có trong được cho các không với một người những đã này để khi từ về theo");
    list(
        "ms",
        "yang dan di untuk dengan ini pada itu dalam tidak akan ke telah oleh beliau kerana boleh");
    list(
        "sw",
        "ya na wa kwa ni katika la za kuwa hiyo alisema baada huo wakati kama hii watu nchini");
    list("so", "oo ka ku iyo in uu ay la soo waa ee si waxaa ayaa wuxuu ah sheegay kale");
    list("hr", "je u i na se da za su od s koji što nije bi te kako ali iz će po nakon ili više");
    list("sk", "a v sa na je že s o z do aj za vo po pre by ktorý ako sú ale od jeho podľa už");
    list("sl", "je in v na se da za so z ki pri po od ne tudi kot bo pa iz bi tem ob več");
    list("ca", "de la el i a que els les del per amb un una no es al com més però seva són ha");
    list("lt", "ir kad yra į iš su tai apie bet kaip buvo per už jo po prie arba dėl");
    list("lv", "un ir ka ar no par uz tas kas pēc bet kā arī vai tika viņa lai");
    list("et", "ja on et ei kui oli ka see aga mis oma ning või pärast");
    list("sq", "e të në një për me që nga dhe është se më ka u do i janë pas");
    list("ha", "da a ta ya na ba shi wannan su an kuma domin sun cewa ne ce kasar cikin wata");
  }

  private StopWords() {}

  /** Whether a folded or plain lower-case word is a stop word of a language. */
  public static boolean contains(String word, String language) {
    int number = LANGUAGES.indexOf(language);
    return number >= 0 && WORDS.get(number).contains(word);
  }

  /** Whether there are words of a language: those in Latin script with much news. */
  static boolean know(String language) {
    return LANGUAGES.contains(language);
  }

  /** The language whose words a text has clearly most of; null where none is ahead. */
  static @Nullable String language(String text) {
    int[] counts = new int[LANGUAGES.size()];
    Set<String> counted = new HashSet<>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        if (i - from <= 10) {
          String word = text.substring(from, i).toLowerCase(Locale.ROOT);
          if (LANGUAGES_OF.containsKey(word) && counted.add(word)) {
            count(word, counts);
          }
        }
        from = -1;
      }
    }
    return ahead(counts);
  }

  private static void count(String word, int[] counts) {
    int languages = LANGUAGES_OF.getOrDefault(word, 0);
    // A word of one language alone tells more than one that many share.
    int weight = Integer.bitCount(languages) == 1 ? 3 : Integer.bitCount(languages) == 2 ? 2 : 1;
    for (int bits = languages; bits != 0; bits &= bits - 1) {
      counts[Integer.numberOfTrailingZeros(bits)] += weight;
    }
  }

  private static @Nullable String ahead(int[] counts) {
    int best = 0;
    int second = -1;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[best]) {
        second = best;
        best = i;
      } else if (second < 0 || counts[i] > counts[second]) {
        second = i;
      }
    }
    boolean clear = counts[best] >= 5 && counts[best] * 2 >= counts[second] * 3;
    return clear ? LANGUAGES.get(best) : null;
  }

  private static void list(String language, String words) {
    int bit = 1 << LANGUAGES.size();
    LANGUAGES.add(language);
    Set<String> list = Set.copyOf(Arrays.asList(words.split(" ")));
    WORDS.add(list);
    list.forEach(word -> LANGUAGES_OF.merge(word, bit, (a, b) -> a | b));
  }
}
