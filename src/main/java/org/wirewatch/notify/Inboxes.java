package org.wirewatch.notify;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.model.TopicNames;

/**
 * Opens inboxes: in a share group where the broker can, see {@link Sharing}, else in a consumer
 * group.
 */
final class Inboxes {
  private static final Logger LOG = LoggerFactory.getLogger(Inboxes.class);

  private final Map<String, Object> client;
  private final TopicNames topics;
  private final Ledger ledger;

  Inboxes(Map<String, Object> client, TopicNames topics, Ledger ledger) {
    this.client = Map.copyOf(client);
    this.topics = topics;
    this.ledger = ledger;
  }

  /** How the members of one receiver open their inboxes; asks the broker when first opened. */
  Supplier<Inbox> of(String receiver) {
    String group = topics.prefix() + ".notify." + receiver;
    return () ->
        canShare(group)
            ? new ShareInbox(receiver, client, group, topics.notifications(), this::repost)
            : new GroupInbox(receiver, client, group, topics.notifications());
  }

  private void repost(Letter letter) {
    ledger.write(letter.copy());
  }

  private boolean canShare(String group) {
    try (Admin admin = Admin.create(new HashMap<>(client))) {
      Sharing sharing = Sharing.of(admin);
      if (!sharing.works()) {
        LOG.atInfo().addKeyValue("group", group).log(sharing.says());
        return false;
      }
      admin.incrementalAlterConfigs(Map.of(resource(group), SETTINGS)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        LOG.atWarn()
            .addKeyValue("group", group)
            .log("may not configure the share group; using a consumer group instead");
        return false;
      }
      throw new KafkaException("cannot configure the share group", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /**
   * What was written before the group first met must be read, and what the topology aborted must
   * not.
   */
  private static final Collection<AlterConfigOp> SETTINGS =
      List.of(
          set("share.auto.offset.reset", "earliest"),
          set("share.isolation.level", "read_committed"));

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private static ConfigResource resource(String group) {
    return new ConfigResource(ConfigResource.Type.GROUP, group);
  }
}
