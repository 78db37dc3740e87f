package org.wirewatch.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A light stemmer that takes off the longest ending of a list which leaves enough of the word; for
 * languages for which Lucene's common analysers have none.
 */
final class SuffixStemmer implements Stemmer {
  /** Endings of nouns, adjectives and the past tense of verbs. */
  static final SuffixStemmer POLISH =
      new SuffixStemmer(
          "owaniem owaniu owania owanie owaniach aniem eniem aniu eniu ania enia anie enie owych owym"
              + " owymi owego owemu owej owa owe owy owi ów om ami ach owie iego iemu iej imi ich im ego"
              + " emu ej ymi ych ym ą ę a e i o u y ie ia iu iem em ono ano eno ony ona one ęty ęta ęto"
              + " ęte any ana ane ał ała ało ali ały ił iła iło ili iły ęli ęła ął yła yło yli yły ować"
              + " uje ują ać eć ić yć ąć ną nął nęła nęli");

  static final SuffixStemmer UKRAINIAN =
      new SuffixStemmer(
          "ування уванням уванню ання анням анню ення енням енню ого ому ими ої ою их им ій ий а я у ю"
              + " і ї и е о є ам ями ями ами ах ях ом ем єм ові еві ів їв ли ла ло в ти ть ють ять ено"
              + " ано єно ений ена ені аний ана ані ував увала ували уло ула ули ість ості істю");

  private static final int SHORTEST_STEM = 4;

  private final List<String> endings;

  private SuffixStemmer(String endings) {
    this.endings =
        Arrays.stream(endings.split(" "))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  @Override
  public int stem(char[] word, int length) {
    for (String ending : endings) {
      int left = length - ending.length();
      if (left >= SHORTEST_STEM && endsWith(word, left, ending)) {
        return left;
      }
    }
    return length;
  }

  private static boolean endsWith(char[] word, int from, String ending) {
    for (int i = 0; i < ending.length(); i++) {
      if (word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
