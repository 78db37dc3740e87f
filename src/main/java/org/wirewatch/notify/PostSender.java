package org.wirewatch.notify;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;

/** Sends what a service wants as one or more POST requests. */
final class PostSender implements Sender {
  private final Posts posts;
  private final URI home;
  private final Secret secret;
  private final Web web;

  /**
   * @param home where to see whether the service is there
   * @param secret what its answers must not repeat
   */
  PostSender(Posts posts, URI home, Secret secret, Web web) {
    this.posts = posts;
    this.home = home;
    this.secret = secret;
    this.web = web;
  }

  @Override
  public Outcome send(Notification notification) {
    Outcome last = Outcome.Sent.of("nothing to say");
    for (Posts.Post post : posts.render(notification)) {
      Map<String, String> headers = new LinkedHashMap<>(post.headers());
      headers.put("Content-Type", "application/json; charset=utf-8");
      last =
          Web.judge(
              web.post(post.uri(), headers, Json.mapper().writeValueAsBytes(post.body())), secret);
      if (!(last instanceof Outcome.Sent)) {
        return last;
      }
    }
    return last;
  }

  @Override
  public Outcome check() {
    return web.reach(home);
  }
}
