package org.wirewatch.model;

/** What sort of thing an entry watches. */
public enum Kind {
  COUNTRY,
  LEADER,
  EVENT,
  QUERY
}
