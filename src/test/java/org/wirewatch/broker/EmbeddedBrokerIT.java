package org.wirewatch.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  @TempDir Path data;

  @Test
  void start_afterARestart_keepsItsTopics() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0);
        Admin admin = admin(broker)) {
      admin
          .createTopics(List.of(new NewTopic("kept", Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0);
        Admin admin = admin(broker)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void start_folderInUse_saysSoAndWhatToDo() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
      assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedBroker.start(data, 0))
          .isInstanceOf(BrokerFault.class)
          .hasMessageContaining("another process uses")
          .hasMessageContaining("--data");
    }
  }

  @Test
  void start_portInUse_saysWhichAndWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(data, taken.getLocalPort()))
          .isInstanceOf(BrokerFault.class)
          .hasMessageContaining("port " + taken.getLocalPort());
    }
  }

  @Test
  void start_folderIsAFile_saysSoAndWhatToDo() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "x");
    assertThatThrownBy(() -> EmbeddedBroker.start(file, 0))
        .isInstanceOf(BrokerFault.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--data");
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
