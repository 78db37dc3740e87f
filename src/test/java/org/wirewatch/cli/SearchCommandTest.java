package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SearchCommandTest {
  @Test
  void aConditionThatTheDeskRefuses_isWrongUsage() throws IOException {
    String refusal = "{\"detail\":\"'severity' is 'loud'; it takes critical, high\"}";
    byte[] body = refusal.getBytes(StandardCharsets.UTF_8);
    HttpServer desk =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext(
        "/api/v1/search",
        exchange -> {
          exchange.sendResponseHeaders(400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    desk.start();
    try {
      String address = "http://127.0.0.1:" + desk.getAddress().getPort();

      Typed typed = Typed.command("search", "--severity", "loud", "--desk", address);

      assertThat(typed.exit()).isEqualTo(Exit.USAGE);
      assertThat(typed.err()).contains("'severity' is 'loud'; it takes critical, high");
    } finally {
      desk.stop(0);
    }
  }
}
