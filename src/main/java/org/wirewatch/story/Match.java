package org.wirewatch.story;

import org.wirewatch.story.Development.Because;

/**
 * A story that a report fits.
 *
 * @param score how well, the more the better; comparable among the matches of one report
 * @param proves whether it fits so well that two stories which both do are one
 */
record Match(Open open, double score, Because because, boolean proves) {}
