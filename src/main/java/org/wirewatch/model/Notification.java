package org.wirewatch.model;

import java.time.Instant;

/**
 * One message to send to one receiver: the value of {@code wirewatch.notifications}, key {@code
 * receiver}.
 *
 * @param id the outbox key: the same alert, receiver and revision give the same id, so that a
 *     repeat can be recognised
 * @param receiver the name of a configured receiver
 * @param created event time of the alert's revision
 */
public record Notification(String id, String receiver, Alert alert, Instant created) {}
