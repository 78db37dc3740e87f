package org.wirewatch.topology;

import org.wirewatch.story.Development;
import org.wirewatch.story.OpenStories;

/**
 * What became of a story, handed from one processor of a task to the next and never written.
 *
 * @param stories as they are now, on the task's thread alone
 */
record Happened(Development what, OpenStories stories) {}
