package org.wirewatch.cli;

/** How results are printed. */
enum OutputFormat {
  JSON,
  TEXT
}
