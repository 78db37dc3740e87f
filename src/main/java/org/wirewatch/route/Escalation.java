package org.wirewatch.route;

import java.time.Duration;

/**
 * Whom to tell when nobody acknowledged in time.
 *
 * @param after counted from the first message about the alert
 * @param to the name of a receiver
 */
public record Escalation(Duration after, String to) {}
