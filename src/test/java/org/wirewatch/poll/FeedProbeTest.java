package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirewatch.poll.FeedServer.Answer;

class FeedProbeTest {
  private final FeedServer server = new FeedServer();
  private final FeedProbe probe =
      new FeedProbe(PollConfig.DEFAULT.withAllowPrivateAddresses(true), InstantSource.system());

  @AfterEach
  void close() {
    probe.close();
    server.close();
  }

  @Test
  void aSitemapIndex_isAFeedWithTheItemsOfItsNewestPart() throws InterruptedException {
    index();
    server.answer(
        "/news.xml",
        Answer.ok(
            "<urlset><url><loc>https://news.example/a</loc><news:news><news:title>A"
                + "</news:title></news:news></url></urlset>"));

    FeedProbe.Report report = probe.probe(server.url("/index.xml"));

    assertThat(report.ok()).isTrue();
    assertThat(report.format()).isEqualTo("sitemap index");
    assertThat(report.items()).isEqualTo(1);
  }

  @Test
  void anIndexWithoutReadableParts_isNoFeedAndNamesThePart() throws InterruptedException {
    index();

    FeedProbe.Report report = probe.probe(server.url("/index.xml"));

    assertThat(report.ok()).isFalse();
    assertThat(report.advice()).singleElement().asString().contains(server.url("/news.xml"));
  }

  private void index() {
    server.answer(
        "/index.xml",
        Answer.ok(
            "<sitemapindex><sitemap><loc>"
                + server.url("/news.xml")
                + "</loc></sitemap></sitemapindex>"));
  }
}
