package org.wirewatch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirewatch.cli.CommandFault;
import org.wirewatch.config.AppConfig;
import org.wirewatch.model.TopicNames;
import org.wirewatch.notify.DeskActions;
import org.wirewatch.notify.Replies;
import org.wirewatch.poll.HubCallbacks;
import org.wirewatch.poll.ItemIntake;
import org.wirewatch.search.SearchView;
import org.wirewatch.serve.Desk;
import org.wirewatch.serve.DeskConfig;
import org.wirewatch.serve.DeskPages;

/**
 * The desk of a system and the parts that only it has: the intake of pushed items, the search view,
 * and the replies of people to what they were told.
 *
 * @param desk answers already
 * @param search reads nothing from Kafka until started
 */
record FrontDesk(Desk desk, SearchView search) {

  /**
   * What the desk asks the others while it serves.
   *
   * @param config the configuration in force
   * @param health what is well and what is not, by part
   * @param hubs where hubs are answered, empty until this process polls
   */
  record Asks(
      Supplier<AppConfig> config,
      Supplier<Map<String, String>> health,
      Supplier<Optional<HubCallbacks>> hubs) {}

  /**
   * Opens the desk.
   *
   * @param parts takes in what was started
   * @throws CommandFault if the port is in use
   */
  static FrontDesk open(Parts parts, KafkaAccess kafka, DataFolder data, Meters meters, Asks asks) {
    Map<String, Object> client = kafka.client();
    TopicNames names = kafka.topics().names();
    InstantSource clock = InstantSource.system();
    ItemIntake intake =
        parts.started("item intake", new ItemIntake(client, names, clock, meters.registry()));
    SearchView search =
        parts.started(
            "search",
            new SearchView(data.resolve("search"), client, names, clock, meters.registry()));
    Replies replies =
        parts.started(
            "replies", new Replies(() -> asks.config().get().telling(), client, names, clock));
    DeskActions actions = parts.started("desk actions", new DeskActions(client, names, clock));
    AppConfig config = asks.config().get();
    DeskRoutes routes =
        new DeskRoutes(asks.health())
            .metrics(meters)
            .items(intake)
            .search(search, new DeskPages(config.serve()), actions)
            .replies(replies)
            .hubs(asks.hubs(), config.intake().maxBytes());
    return new FrontDesk(parts.started("desk", serve(config.serve(), routes, meters)), search);
  }

  private static Desk serve(DeskConfig config, DeskRoutes routes, Meters meters) {
    try {
      return Desk.start(config, routes.all(), meters.registry());
    } catch (IOException e) {
      throw CommandFault.environment(
          "cannot serve on "
              + config.host()
              + ":"
              + config.port()
              + " ("
              + e.getMessage()
              + "); stop what uses the port, or choose another with --port",
          e);
    }
  }

  /** Hubs push to the desk of the process that polls; where it has none they are not asked. */
  static Optional<String> hubCallbacks(DeskConfig serve) {
    return Optional.ofNullable(serve.publicUrl()).map(url -> url + DeskRoutes.HUBS);
  }
}
