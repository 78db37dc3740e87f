package org.wirewatch.topology;

import java.util.List;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.story.Sighting;

/** An item judged, and cut into what each watched thing is told of it. */
record Judged(FlaggedItem flagged, List<Sighting> sightings) {}
