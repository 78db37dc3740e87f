package org.wirewatch.model;

/** How loud an alert is, the loudest first: {@code CRITICAL.compareTo(HIGH) < 0}. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** Whether this is as loud as {@code floor} or louder. */
  public boolean atLeast(Severity floor) {
    return compareTo(floor) <= 0;
  }

  /** One step louder; critical stays critical. */
  public Severity louder() {
    return switch (this) {
      case CRITICAL, HIGH -> CRITICAL;
      case MEDIUM -> HIGH;
      case LOW -> MEDIUM;
      case INFO -> LOW;
    };
  }

  /** One step quieter; info stays info. */
  public Severity quieter() {
    return switch (this) {
      case CRITICAL -> HIGH;
      case HIGH -> MEDIUM;
      case MEDIUM -> LOW;
      case LOW, INFO -> INFO;
    };
  }
}
