/**
 * Who is told of an alert, when, and in how many messages. Pure: knows the model and nothing of
 * Kafka, senders, clocks or files; every function takes {@code now} and returns what to do.
 *
 * <pre>{@code
 * Router router = Router.of(routing);
 * Decision decision = router.route(alert);                  // which routes take it, and why
 * Assigned assigned = router.assign(alert, trail);          // ... those told before included
 * Step step = groups.onAlert(state, assignment, alert, said, at); // now, later or not at all
 * Held held = holds.offer(hold, notification, at);           // unless the receiver sleeps
 * }</pre>
 *
 * <p>The way of a revision, each stage one pure function over one small state:
 *
 * <ol>
 *   <li>{@link org.wirewatch.route.Router}: the tree of routes picks the receivers. A child that
 *       takes an alert keeps it from its later siblings unless it says {@code continue}; what no
 *       child takes falls to the parent. Scope fails closed: a condition on something that the
 *       alert does not have is not met.
 *   <li>{@link org.wirewatch.route.Groups}: alerts of one group wait for {@code first}, updates are
 *       held to {@code updates}, reminders and escalations run until somebody acknowledges. {@link
 *       org.wirewatch.route.Said} is what people did about an alert, {@link
 *       org.wirewatch.route.Mutes} what is silenced or inhibited when it is to be told.
 *   <li>{@link org.wirewatch.route.Holds}: quiet hours hold and merge.
 * </ol>
 *
 * <p>Everything here is immutable and thread-safe.
 */
@NullMarked
package org.wirewatch.route;

import org.jspecify.annotations.NullMarked;
