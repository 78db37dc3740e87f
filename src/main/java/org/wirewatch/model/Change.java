package org.wirewatch.model;

/** What made a revision of an alert; each is a change that a person would want to hear of. */
public enum Change {
  NEW,
  MORE_REPORTS,
  CORROBORATED,
  ESCALATED,
  STATUS_CHANGED,
  RESOLVED
}
