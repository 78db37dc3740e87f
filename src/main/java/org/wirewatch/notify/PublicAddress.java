package org.wirewatch.notify;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether an address lies on the open internet. A webhook that points into the machine's own
 * network would let whoever can set it reach what only insiders may.
 */
final class PublicAddress {

  private PublicAddress() {}

  /**
   * Why a host may not be spoken to; empty where every address of its name is public. The JVM keeps
   * a resolved name for half a minute, so the connection made right after goes to the same address.
   */
  static Optional<Outcome> refuse(URI uri) {
    String host = String.valueOf(uri.getHost());
    try {
      boolean isPublic = Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddress::is);
      return isPublic
          ? Optional.empty()
          : Optional.of(
              new Outcome.Refused(
                  Outcome.Reason.PRIVATE_ADDRESS,
                  host + " is a private address; allow_private_addresses permits it"));
    } catch (UnknownHostException e) {
      return Optional.of(
          Outcome.Retry.of(
              Outcome.Reason.UNREACHABLE, host + " has no address: there is no such host"));
    }
  }

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean isSpecial =
        address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    return !isSpecial && !(address instanceof Inet6Address ? isLocal6(bytes) : isLocal4(bytes));
  }

  /** Unique local fc00::/7 (RFC 4193) and what wraps an IPv4 address: 64:ff9b::/96, 2002::/16. */
  private static boolean isLocal6(byte[] b) {
    boolean isUniqueLocal = (b[0] & 0xfe) == 0xfc;
    boolean isNat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
    boolean is6to4 = b[0] == 0x20 && b[1] == 0x02;
    return isUniqueLocal || isNat64 || is6to4;
  }

  /** This network 0/8, shared 100.64/10 (RFC 6598), protocol 192.0.0/24, tests 198.18/15, 240/4. */
  private static boolean isLocal4(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && b[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }
}
