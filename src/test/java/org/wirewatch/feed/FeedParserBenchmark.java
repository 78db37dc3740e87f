package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wirewatch.bench.ProcessorTime;

/**
 * A feed of 100 entries and 157 KB: bytes to items here, against ROME, which leaves HTML as it is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FeedParserBenchmark {
  private static final int ENTRIES = 100;

  private final byte[] feed = feed();
  private final FeedParser parser = new FeedParser(FeedLimits.DEFAULT, _ -> Optional.empty());
  private final Origin origin = Origin.handedIn(Instant.parse("2026-11-22T12:00:00Z"));

  static byte[] feed() {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Harbour Gazette</title>"
                + "<link>https://harbour.example/</link><language>en</language>\n");
    String paragraph =
        "<p>Pilots, tugs &amp; the coast guard are on the scene, the authority&#8217;s <a"
            + " href=\"https://harbour.example/port?a=1&amp;b=2\">port office</a> said, but the tide and"
            + " the <em>dark</em> will keep them until the morning of the next day.</p>\n";
    for (int i = 0; i < ENTRIES; i++) {
      xml.append("<item><title>Strait closed to all ships, report ").append(i);
      xml.append(" &amp; more</title><link>https://harbour.example/2026/strait-").append(i);
      xml.append("?utm_source=rss</link><guid isPermaLink=\"false\">hg-").append(i);
      xml.append(
          "</guid><pubDate>Sun, 22 Nov 2026 09:30:00 +0100</pubDate><dc:creator>Ada Quill</dc:creator>");
      xml.append(
          "<category>Shipping</category><description>The strait was closed on Sunday.</description>");
      xml.append("<content:encoded><![CDATA[").append(paragraph.repeat(5));
      xml.append("]]></content:encoded></item>\n");
    }
    return xml.append("</channel></rss>").toString().getBytes(UTF_8);
  }

  @Benchmark
  public FeedResult wirewatch(ProcessorTime time) {
    time.done++;
    return parser.parse(feed, origin);
  }

  @Benchmark
  public SyndFeed rome(ProcessorTime time) throws Exception {
    time.done++;
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
  }
}
