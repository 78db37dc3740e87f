package org.wirewatch.notify;

import java.time.InstantSource;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.model.Action;
import tools.jackson.databind.JsonNode;

/**
 * Does what a pressed button asks for: writes it down, then says so on the message, for which
 * nobody waits. Thread-safe.
 */
record SlackButtons(Ledger ledger, Web web, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(SlackButtons.class);

  /**
   * Returns when Kafka has the action; what is none of our buttons is passed over.
   *
   * @param receiver whose app the button belongs to
   * @throws org.apache.kafka.common.KafkaException if it cannot be written down
   */
  void press(JsonNode payload, ReceiverConfig receiver, Channel.SlackBot bot) {
    SlackPress press = SlackPress.parse(payload).orElse(null);
    if (press == null) {
      return;
    }
    Action action = press.ask().by(press.who(), press.done(clock.instant()));
    ledger.record(action);
    Thread.ofVirtual()
        .name("slack edit")
        .start(() -> show(press, action, receiver.timeZone(), bot));
  }

  private void show(SlackPress press, Action action, ZoneId zone, Channel.SlackBot bot) {
    SlackApi slack = new SlackApi(web, bot.api(), bot.token(), press.channel());
    SlackApi.Reply reply = slack.call("chat.update", press.edit(Ask.note(action, zone)));
    if (!reply.isOk()) {
      LOG.atWarn()
          .addKeyValue("alert", press.ask().alert())
          .addKeyValue("reason", reply.outcome().detail())
          .log("what was done stands, but Slack did not let the message say so");
    }
  }
}
