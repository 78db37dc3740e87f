package org.wirewatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
  @Test
  void bodiesTogetherGetNoMoreThanThereIs() {
    Room room = new Room(10);
    try (Room.Share one = room.share();
        Room.Share two = room.share()) {
      assertThat(one.take(6)).isTrue();
      assertThat(two.take(5)).isFalse();
      assertThat(two.take(4)).isTrue();
      assertThat(one.take(1)).isFalse();
    }
  }

  @Test
  void whatAnAnsweredBodyHeldIsFreeAgain() {
    Room room = new Room(10);
    try (Room.Share first = room.share()) {
      assertThat(first.take(10)).isTrue();
    }
    try (Room.Share second = room.share()) {
      assertThat(second.take(10)).isTrue();
    }
  }
}
