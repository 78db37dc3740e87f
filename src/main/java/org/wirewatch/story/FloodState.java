package org.wirewatch.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Kind;

/**
 * How many alerts one entry raised lately, and whether it floods.
 *
 * @param hour when the hour began that is counted
 * @param wanted alerts raised or held back in it
 * @param since when the flood began; null while there is none
 * @param held alerts held back since then
 * @param revision of the alert that tells of the flood
 * @param told when that was made
 * @param last what was held back last
 */
public record FloodState(
    String thing,
    Kind kind,
    Subscriber subscriber,
    Instant hour,
    int wanted,
    @Nullable Instant since,
    int held,
    int revision,
    Instant told,
    Report last) {

  FloodState oneMore(Report report) {
    return new FloodState(
        thing, kind, subscriber, hour, wanted + 1, since, held, revision, told, report);
  }

  FloodState inHour(Instant begins) {
    return new FloodState(thing, kind, subscriber, begins, 0, since, held, revision, told, last);
  }

  FloodState begun(Instant at) {
    return new FloodState(thing, kind, subscriber, hour, wanted, at, 0, 0, at, last);
  }

  FloodState withHeld() {
    return new FloodState(
        thing, kind, subscriber, hour, wanted, since, held + 1, revision, told, last);
  }

  FloodState toldAt(Instant at) {
    return new FloodState(
        thing, kind, subscriber, hour, wanted, since, held, revision + 1, at, last);
  }

  FloodState over() {
    return new FloodState(thing, kind, subscriber, hour, wanted, null, 0, 0, told, last);
  }
}
