/**
 * Brings notifications to people and systems: console, Slack, email, webhooks, Kafka and others.
 * Knows the model and its JSON; not who decided to notify, nor how it is configured in a file.
 *
 * <pre>{@code
 * try (Notifier notifier = new Notifier(config, kafkaClient, TopicNames.DEFAULT, clock, System.out)) {
 *   notifier.start();
 *   …
 * }
 * }</pre>
 *
 * <p>How a notification travels:
 *
 * <ol>
 *   <li>Every receiver has a share group (KIP-932) of its own on the notifications topic, so a slow
 *       or dead receiver delays nobody else. Several processes share its work. Where the broker has
 *       no share groups, or cannot keep their state, a consumer group takes their place.
 *   <li>A message is tried until it is sent, refused for good, or older than the receiver's time to
 *       live. While it waits for its next attempt its lock is renewed, which does not count as a
 *       delivery attempt of the broker. A share consumer fetches nothing meanwhile, so a message
 *       that others stand behind is put back to the end of the topic, its attempts in its headers;
 *       only later messages of its own conversation wait for it.
 *   <li>What fails by itself shuts the receiver for nobody; what cannot be reached, asks for peace
 *       or fails on three different messages is left alone longer each time.
 *   <li>The outcome of every attempt is in the deliveries topic before the message is acknowledged.
 *       What is refused for good goes to the dead letters first, with the reason in its headers.
 *   <li>A crash therefore repeats a message at most; ids made from the alert, receiver and revision
 *       let the receiver recognise it.
 * </ol>
 *
 * <p>Secrets are {@link org.wirewatch.notify.Secret}s and appear in no log, outcome or message.
 */
@NullMarked
package org.wirewatch.notify;

import org.jspecify.annotations.NullMarked;
