package org.wirewatch.cli;

import java.util.concurrent.Callable;
import org.wirewatch.feed.Opml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "export",
    description = "Print the feeds as an OPML list that other feed readers take.")
final class FeedExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Subscribed subscribed = new Subscribed();

  FeedExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Subscriptions subscriptions = new Subscriptions(subscribed.config());
    terminal.out().print(Opml.write("Feeds of Wirewatch", subscriptions.feeds()));
    return Exit.DONE;
  }
}
