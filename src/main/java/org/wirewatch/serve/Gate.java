package org.wirewatch.serve;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirewatch.serve.Endpoint.Access;

/**
 * Decides who may act, from a request's headers alone, before anything of its body is read.
 *
 * <p>A page of any site can make its reader's browser post to an address of this machine. Two
 * things give it away: the {@code Origin} that browsers send with every post, and, where the site's
 * own name was made to point at this machine, the {@code Host}.
 */
final class Gate {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final String BEARER = "bearer ";

  private final @Nullable Token token;
  private final boolean loopback;

  Gate(DeskConfig config) {
    token = config.token();
    loopback = config.isLoopback();
  }

  /** The headers that count; each is null where it was not sent. */
  record Caller(@Nullable String authorization, @Nullable String origin, @Nullable String host) {}

  /** Why a caller is refused; empty where it is not. */
  Optional<Answer> refuses(Access access, Caller caller) {
    return access == Access.TRUSTED ? refusesToTrust(caller) : Optional.empty();
  }

  private Optional<Answer> refusesToTrust(Caller caller) {
    String origin = caller.origin();
    if (origin != null && !authority(origin).equals(caller.host())) {
      return refused("pages of other sites may not post here");
    }
    Token wanted = token;
    if (wanted != null) {
      return shows(wanted, caller.authorization()) ? Optional.empty() : unauthorized();
    }
    if (!loopback) {
      return refused(
          "this desk is open to other machines and has no token, so it takes nothing from anybody; "
              + "configure serve.token");
    }
    String host = caller.host();
    return host == null || LOOPBACK.matcher(withoutPort(host)).matches()
        ? Optional.empty()
        : refused(
            "without serve.token this desk is for this machine only; address it as localhost, not as "
                + withoutPort(host));
  }

  private static boolean shows(Token wanted, @Nullable String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && wanted.matches(authorization.substring(BEARER.length()).strip());
  }

  private static Optional<Answer> refused(String detail) {
    return Optional.of(Answer.problem(403, detail));
  }

  private static Optional<Answer> unauthorized() {
    return Optional.of(
        Answer.problem(
                401, "send the header 'Authorization: Bearer TOKEN' with serve.token's value")
            .with("WWW-Authenticate", "Bearer"));
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d*$", "");
  }

  /** Host and port of an origin as a {@code Host} header has them; empty for {@code null}. */
  private static String authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
