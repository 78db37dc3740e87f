package org.wirewatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of sound documents our reader sees what a conforming one sees: Woodstox is the oracle. */
class XmlTreeTest {
  private static final WstxInputFactory FACTORY = new WstxInputFactory();

  static {
    FACTORY.setProperty(WstxInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(WstxInputFactory.IS_COALESCING, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rss-modules.xml",
        "rss-double-escaped.xml",
        "atom-aggregated.xml",
        "atom-without-namespace.xml",
        "atom-03.xml",
        "rdf.xml",
        "sitemap-news.xml",
        "newsml-g2.xml",
        "nitf.xml",
        "cap.xml"
      })
  void read_soundDocument_agreesWithWoodstox(String name) throws IOException, XMLStreamException {
    String xml = Files.readString(Path.of("src/test/resources/feeds", name));
    Repairs repairs = new Repairs();

    Element document = XmlTree.read(xml, FeedLimits.DEFAULT, repairs);

    assertThat(folded(document.markup(true))).isEqualTo(oracle(xml));
    assertThat(repairs.list()).isEmpty();
  }

  private static String oracle(String xml) throws XMLStreamException {
    StringBuilder out = new StringBuilder();
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT ->
            out.append('<').append(reader.getLocalName().toLowerCase(Locale.ROOT)).append('>');
        case XMLStreamConstants.END_ELEMENT ->
            out.append("</").append(reader.getLocalName().toLowerCase(Locale.ROOT)).append('>');
        case XMLStreamConstants.CHARACTERS ->
            out.append(reader.getText().replace("&", "&amp;").replace("<", "&lt;"));
        default -> {}
      }
    }
    return folded(out.toString());
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", "");
  }
}
