package org.wirewatch.poll;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.Reason;

/**
 * Keeps feeds from making us ask machines of our own network: every address that a host's name has
 * must be a public one. Thread-safe.
 *
 * <p>The JDK's client takes a name, not an address, and resolves it again. It does so through the
 * JVM's cache of addresses, which keeps an answer for 30 seconds (networkaddress.cache.ttl). {@link
 * Fetcher} therefore asks this guard right before it sends and again when the headers are there:
 * where the two are less than a cache period apart, the address that was connected to was checked
 * by one of them, and an answer from a name that was rebound meanwhile is thrown away unread.
 */
final class AddressGuard {
  /** RFC 6890 and its updates; IPv6 forms that carry an IPv4 address are refused as a whole. */
  private static final List<Network> NOT_PUBLIC =
      List.of(
          Network.of("0.0.0.0", 8),
          Network.of("10.0.0.0", 8),
          Network.of("100.64.0.0", 10),
          Network.of("127.0.0.0", 8),
          Network.of("169.254.0.0", 16),
          Network.of("172.16.0.0", 12),
          Network.of("192.0.0.0", 24),
          Network.of("192.0.2.0", 24),
          Network.of("192.168.0.0", 16),
          Network.of("198.18.0.0", 15),
          Network.of("198.51.100.0", 24),
          Network.of("203.0.113.0", 24),
          Network.of("224.0.0.0", 4),
          Network.of("240.0.0.0", 4),
          Network.of("::", 96),
          Network.of("64:ff9b::", 96),
          Network.of("64:ff9b:1::", 48),
          Network.of("100::", 64),
          Network.of("2001::", 23),
          Network.of("2001:db8::", 32),
          Network.of("2002::", 16),
          Network.of("fc00::", 7),
          Network.of("fe80::", 10),
          Network.of("fec0::", 10),
          Network.of("ff00::", 8));

  private final boolean allowPrivate;
  private final Set<String> trusted;
  private final Names names;

  AddressGuard(boolean allowPrivate, Set<String> trusted) {
    this(allowPrivate, trusted, InetAddress::getAllByName);
  }

  AddressGuard(boolean allowPrivate, Set<String> trusted, Names names) {
    this.allowPrivate = allowPrivate;
    this.trusted = trusted;
    this.names = names;
  }

  /** What a name stands for. */
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** Whether the address, as the subscription gives it, may be private. */
  boolean isTrusted(String url) {
    return allowPrivate || trusted.contains(url);
  }

  /** Why the host may not be asked; null if it may. Blocks on the name's resolution. */
  @Nullable Failed refuse(URI uri) {
    try {
      for (InetAddress address : names.addresses(uri.getHost())) {
        if (!isPublic(address)) {
          return Failed.of(
              Reason.PRIVATE_ADDRESS,
              uri.getHost()
                  + " is the private address "
                  + address.getHostAddress()
                  + "; set intake.allow_private_addresses if that is meant");
        }
      }
      return null;
    } catch (UnknownHostException e) {
      return unknownHost(uri);
    }
  }

  static Failed unknownHost(URI uri) {
    return Failed.of(
        Reason.UNKNOWN_HOST,
        "no such host: " + uri.getHost() + "; check the address, or the network's name service");
  }

  static boolean isPublic(InetAddress address) {
    return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
  }

  private record Network(InetAddress base, int bits) {
    static Network of(String base, int bits) {
      return new Network(InetAddress.ofLiteral(base), bits);
    }

    boolean contains(InetAddress address) {
      if (address instanceof Inet4Address != base instanceof Inet4Address) {
        return false;
      }
      byte[] a = address.getAddress();
      byte[] b = base.getAddress();
      int whole = bits / 8;
      if (!Arrays.equals(a, 0, whole, b, 0, whole)) {
        return false;
      }
      int mask = 0xff00 >> (bits % 8) & 0xff;
      return mask == 0 || (a[whole] & mask) == (b[whole] & mask);
    }
  }
}
