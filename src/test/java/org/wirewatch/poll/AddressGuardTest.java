package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "fd00:ec2::254",
        "fe80::1",
        "ff02::1"
      })
  void addressesOfOurOwnNetworkAreNotPublic(String address) {
    assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "2606:4700::1"
      })
  void addressesOfTheInternetArePublic(String address) {
    assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://2130706433/", "http://127.1/", "http://[::ffff:127.0.0.1]/"})
  void disguisedLoopbackIsRefused(String url) {
    AddressGuard guard = new AddressGuard(false, Set.of());

    URI address = WebAddress.parse(url);

    assertThat(address == null || guard.refuse(address) != null).isTrue();
  }

  @Test
  void onlyTheExactAddressIsTrusted() {
    AddressGuard guard = new AddressGuard(false, Set.of("http://127.0.0.1:81/sample.xml"));

    assertThat(guard.isTrusted("http://127.0.0.1:81/sample.xml")).isTrue();
    assertThat(guard.isTrusted("http://127.0.0.1:81/other")).isFalse();
  }
}
