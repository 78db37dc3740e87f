package org.wirewatch.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirewatch.config.Sources;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Origin;
import org.wirewatch.json.Json;
import org.wirewatch.judge.Judge;
import org.wirewatch.text.LanguageDetector;
import picocli.CommandLine.Command;

/**
 * Does a little of everything that a short command does, so that a class-data cache can be made of
 * it.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private final Terminal terminal;

  WarmUpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    FeedParser parser = new FeedParser(FeedLimits.DEFAULT, LanguageDetector::detect);
    byte[] sample = Sources.starter("sample.xml").getBytes(StandardCharsets.UTF_8);
    Judge judge = Judge.of(WatchlistFiles.load(List.of()));
    if (parser.parse(sample, Origin.handedIn(Instant.now())) instanceof FeedResult.Parsed parsed) {
      parsed.items().forEach(i -> terminal.line(Json.mapper().writeValueAsString(judge.judge(i))));
      parsed.items().forEach(i -> terminal.line(new FlagText(true).of(i, judge.judge(i))));
      parsed.items().forEach(i -> terminal.line(Json.readItem(Json.mapper().valueToTree(i)).id()));
    }
    return Exit.DONE;
  }
}
