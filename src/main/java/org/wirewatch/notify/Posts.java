package org.wirewatch.notify;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.wirewatch.model.Notification;
import tools.jackson.databind.node.ObjectNode;

/** How a service that takes a plain POST is told of a notification. Pure. */
interface Posts {

  /** The requests to make, in this order; the first that fails ends it. */
  List<Post> render(Notification notification);

  /** One request with a JSON body. */
  record Post(URI uri, Map<String, String> headers, ObjectNode body) {
    static Post of(URI uri, ObjectNode body) {
      return new Post(uri, Map.of(), body);
    }
  }
}
