package org.wirewatch.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.wirewatch.config.AppConfig;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.TopicNames;
import org.wirewatch.notify.Channel;
import org.wirewatch.notify.ReceiverConfig;
import org.wirewatch.notify.Sharing;
import org.wirewatch.poll.FetchResult;
import org.wirewatch.poll.Fetcher;

/**
 * What {@code doctor} looks at. Each check asks the real thing and says what to do where it fails.
 */
final class Checks {
  static final List<String> NAMES =
      List.of("jdk", "data", "port", "broker", "topics", "senders", "feeds", "smtp", "slack");
  private static final int TIMEOUT_MS = 5000;

  /** The outcome of one check. */
  record Finding(boolean ok, String says) {
    static Finding good(String says) {
      return new Finding(true, says);
    }

    static Finding bad(String says) {
      return new Finding(false, says);
    }
  }

  private final AppConfig config;
  private final Optional<RunState> running;

  Checks(AppConfig config, Optional<RunState> running) {
    this.config = config;
    this.running = running;
  }

  List<Finding> check(String name) {
    return switch (name) {
      case "jdk" -> List.of(jdk());
      case "data" -> List.of(data());
      case "port" -> List.of(port());
      case "broker" -> List.of(broker());
      case "topics" -> List.of(topics());
      case "senders" -> List.of(senders());
      case "feeds" -> List.of(feeds());
      case "smtp" -> smtp();
      case "slack" -> slack();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Finding jdk() {
    Runtime.Version version = Runtime.version();
    return version.feature() >= 25
        ? Finding.good("Java " + version)
        : Finding.bad("Java " + version + "; Wirewatch needs 25 or newer, set JAVA_HOME to one");
  }

  private Finding data() {
    Path folder = config.data().toAbsolutePath().normalize();
    Path exists = folder;
    while (exists != null && !Files.exists(exists)) {
      exists = exists.getParent();
    }
    boolean usable = exists != null && Files.isDirectory(exists) && Files.isWritable(exists);
    return usable
        ? Finding.good(folder + (Files.exists(folder) ? "" : " will be made"))
        : Finding.bad(folder + " cannot be written; make it writable, or give another with --data");
  }

  private Finding port() {
    String address = config.serve().host() + ":" + config.serve().port();
    if (running.isPresent()) {
      return health(running.get());
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(config.serve().host(), config.serve().port()));
      return Finding.good(address + " is free");
    } catch (IOException e) {
      return Finding.bad(address + " is in use; stop what uses it, or choose another with --port");
    }
  }

  /** A system that runs is asked how it is. */
  private static Finding health(RunState run) {
    String process = "process " + run.pid();
    if (run.desk().isEmpty()) {
      return Finding.good(process + " runs without a desk");
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(run.desk() + "/health"))
              .timeout(Duration.ofMillis(TIMEOUT_MS))
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Finding.good(run.desk() + " is served by " + process + ", which is well")
          : Finding.bad(process + " is not well: " + answer.body() + "; its log says why");
    } catch (IOException e) {
      return Finding.bad(process + " does not answer on " + run.desk() + "; restart it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.bad("interrupted");
    }
  }

  private Optional<String> bootstrapServers() {
    return Optional.ofNullable(config.kafka().bootstrapServers())
        .or(() -> running.map(RunState::bootstrapServers));
  }

  private Finding broker() {
    Optional<String> servers = bootstrapServers();
    if (servers.isEmpty()) {
      return Finding.good(
          "embedded, not running now; run starts it in " + config.data().resolve("kafka"));
    }
    try (Admin admin = admin(servers.get())) {
      int nodes = admin.describeCluster().nodes().get().size();
      return Finding.good(
          servers.get() + " answers, " + nodes + (nodes == 1 ? " broker" : " brokers"));
    } catch (ExecutionException | KafkaException e) {
      return Finding.bad(
          servers.get() + " does not answer; start it, or correct bootstrap_servers");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.bad("interrupted");
    }
  }

  private Finding topics() {
    Optional<String> servers = bootstrapServers();
    TopicNames names = config.kafka().topics();
    Set<String> wanted =
        Set.of(
            names.items(),
            names.flags(),
            names.alerts(),
            names.notifications(),
            names.deliveries(),
            names.watchlists(),
            names.feeds(),
            names.silences(),
            names.feedState(),
            names.deadLetters());
    if (servers.isEmpty()) {
      return Finding.good("run makes the " + wanted.size() + " of " + names.prefix());
    }
    try (Admin admin = admin(servers.get())) {
      Set<String> there = admin.listTopics().names().get();
      List<String> missing = wanted.stream().filter(t -> !there.contains(t)).sorted().toList();
      return missing.isEmpty()
          ? Finding.good("all " + wanted.size() + " of " + names.prefix())
          : Finding.bad("missing " + String.join(", ", missing) + "; run makes them where it may");
    } catch (ExecutionException | KafkaException e) {
      return Finding.bad("cannot be listed, see broker");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.bad("interrupted");
    }
  }

  /** Not a fault either way: telling works, but not by the way that was meant. */
  private Finding senders() {
    Optional<String> servers = bootstrapServers();
    if (servers.isEmpty()) {
      return Finding.good("the embedded broker has share groups");
    }
    try (Admin admin = admin(servers.get())) {
      return Finding.good(Sharing.of(admin).says());
    } catch (KafkaException e) {
      return Finding.bad("cannot be asked, see broker");
    }
  }

  private Admin admin(String servers) {
    Map<String, Object> properties = new HashMap<>(config.kafka().client());
    properties.put("bootstrap.servers", servers);
    properties.put("request.timeout.ms", TIMEOUT_MS);
    properties.put("default.api.timeout.ms", TIMEOUT_MS);
    return Admin.create(properties);
  }

  /** One silent feed is a matter for its publisher; when none answers, it is this machine's. */
  private Finding feeds() {
    List<FeedDefinition> feeds;
    try {
      feeds = new Subscriptions(config).feeds();
    } catch (CommandFault e) {
      return Finding.bad(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    List<String> silent = new ArrayList<>();
    try (Fetcher fetcher = new Fetcher(config.intake(), InstantSource.system());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      record Asked(FeedDefinition feed, Future<FetchResult> answer) {}
      List<Asked> all =
          feeds.stream()
              .map(f -> new Asked(f, threads.submit(() -> fetcher.fetch(f.url()))))
              .toList();
      for (Asked asked : all) {
        if (asked.answer().get() instanceof FetchResult.Failed failed) {
          silent.add(asked.feed().name() + " (" + failed.message() + ")");
        }
      }
    } catch (ExecutionException e) {
      return Finding.bad("cannot be asked: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String counted = (feeds.size() - silent.size()) + " of " + feeds.size() + " answer";
    if (silent.isEmpty()) {
      return Finding.good(counted);
    }
    String named =
        counted
            + "; not "
            + String.join(", ", silent.subList(0, Math.min(3, silent.size())))
            + (silent.size() > 3 ? " and " + (silent.size() - 3) + " more" : "");
    return silent.size() < feeds.size()
        ? Finding.good(named)
        : Finding.bad(named + "; is this machine on the internet?");
  }

  private List<Finding> smtp() {
    List<Finding> findings = new ArrayList<>();
    for (ReceiverConfig receiver : config.telling().receivers()) {
      if (receiver.channel() instanceof Channel.Email email) {
        findings.add(reach(receiver.name(), email.smtp().host(), email.smtp().port()));
      }
    }
    return findings.isEmpty() ? List.of(Finding.good("no email receiver configured")) : findings;
  }

  private List<Finding> slack() {
    List<Finding> findings = new ArrayList<>();
    for (ReceiverConfig receiver : config.telling().receivers()) {
      if (receiver.channel() instanceof Channel.SlackWebhook slack) {
        findings.add(reach(receiver.name(), URI.create(slack.webhook().reveal())));
      } else if (receiver.channel() instanceof Channel.SlackBot slack) {
        findings.add(reach(receiver.name(), slack.api()));
      }
    }
    return findings.isEmpty() ? List.of(Finding.good("no Slack receiver configured")) : findings;
  }

  private static Finding reach(String receiver, URI uri) {
    int port = uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
    return reach(receiver, String.valueOf(uri.getHost()), port);
  }

  private static Finding reach(String receiver, String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), TIMEOUT_MS);
      return Finding.good(receiver + ": " + host + ":" + port + " takes connections");
    } catch (IOException e) {
      return Finding.bad(
          receiver
              + ": "
              + host
              + ":"
              + port
              + " cannot be reached ("
              + e.getMessage()
              + "); check the address and the firewall");
    }
  }
}
