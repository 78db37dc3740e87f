package org.wirewatch.poll;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * A name server whose answers a test writes, for names that end with {@link #SUFFIX}; all other
 * names are looked up as usual. The JVM finds it as a service.
 */
public final class ScriptedNames extends InetAddressResolverProvider {
  static final String SUFFIX = ".scripted.test";

  private static final Map<String, Queue<String>> ANSWERS = new ConcurrentHashMap<>();

  /** Each look-up of the name takes the next answer. */
  static void script(String host, String... addresses) {
    ANSWERS.put(host, new ConcurrentLinkedQueue<>(java.util.List.of(addresses)));
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver usual = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (!host.endsWith(SUFFIX)) {
          return usual.lookupByName(host, policy);
        }
        Queue<String> answers = ANSWERS.get(host);
        String next = answers == null ? null : answers.poll();
        if (next == null) {
          throw new UnknownHostException(host);
        }
        return Stream.of(InetAddress.ofLiteral(next));
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return usual.lookupByAddress(address);
      }
    };
  }

  @Override
  public String name() {
    return "answers written by a test";
  }
}
