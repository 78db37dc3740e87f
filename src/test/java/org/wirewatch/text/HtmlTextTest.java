package org.wirewatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "a <b>bold</b>  word | a bold word",
        "<p>one</p><p>two</p> | one\\n\\ntwo",
        "one<br>two<br/>three | one\\ntwo\\nthree",
        "<ul><li>a</li><li>b</li></ul>c | a\\nb\\n\\nc",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b\\nc",
        "AT&amp;T &#8217;&#x2019; &eacute;&hellip; | AT&T ’’ é…",
        "it&#146;s &nbsp; here | it’s here",
        "<script>if (a<b) x()</script>kept<style>p{}</style> | kept",
        "<!-- gone -->kept<!-- <p>gone | kept",
        "a &lt;b&gt; c &amp;amp; d | a <b> c & d",
        "&lt;p&gt;twice&lt;/p&gt;&lt;p&gt;escaped&lt;/p&gt; | twice\\n\\nescaped",
        "1 < 2 && 3 > 2 | 1 < 2 && 3 > 2",
        "<a title=\"a > b\" href='x'>link</a> | link",
        "cut <a href=\"http://x | cut",
        "Vene&shy;zuela | Venezuela",
        "<![CDATA[inside]]> | inside",
        "R&D, Q&A, &copy 2026 | R&D, Q&A, © 2026",
      })
  void of_html_givesItsText(String html, String expected) {
    assertThat(HtmlText.of(html)).isEqualTo(expected.replace("\\n", "\n"));
  }

  @Test
  void ofEither_plainText_keepsWhatOnlyLooksLikeTags() {
    assertThat(HtmlText.ofEither("press <Enter> if 1 < 2 <b>now</b>"))
        .isEqualTo("press <Enter> if 1 < 2 now");
  }

  @Test
  void ofEither_emptyLineInPlainText_isAParagraph() {
    assertThat(HtmlText.ofEither("one\nline\n\n\ntwo")).isEqualTo("one line\n\ntwo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>a<span>b</span> c</div><div>d &amp; e</div>",
        "<h1>T</h1><p>x <em>y</em>z <a href='#'>w</a></p><blockquote>q</blockquote>",
        "a<b>c</i>d</b> <p>e<p>f",
      })
  void of_html_hasTheWordsThatJsoupFinds(String html) {
    assertThat(HtmlText.of(html).replaceAll("\\s+", " ")).isEqualTo(Jsoup.parse(html).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>a</p> b &amp; c", "x <y z", "a&amp;amp;b"})
  void of_itsOwnResult_isStable(String html) {
    String once = HtmlText.of(html);

    assertThat(HtmlText.ofEither(once)).isEqualTo(HtmlText.ofEither(HtmlText.ofEither(once)));
  }
}
