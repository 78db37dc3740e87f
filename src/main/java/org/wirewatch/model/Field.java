package org.wirewatch.model;

/** The fields of an item that hold text, in reading order. */
public enum Field {
  TITLE,
  SUMMARY,
  BODY
}
