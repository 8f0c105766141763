package org.fertivision.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerTest {
    private static Peer peer(String connected, String... forwarded) {
        Map<String, List<String>> headers = Map.of("X-Forwarded-For", List.of(forwarded));
        return new Peer(new InetSocketAddress(connected, 1), name -> headers.getOrDefault(name, List.of()));
    }

    @Test
    void withoutProxiesTheConnectionCounts() {
        assertThat(peer("203.0.113.7").address(0)).isEqualTo("203.0.113.7");
        assertThat(peer("203.0.113.7", "198.51.100.1").address(0)).isEqualTo("203.0.113.7");
    }

    @Test
    void whatTheOutermostOfTheProxiesSawCountsAndNothingThatAClientMadeUp() {
        assertThat(peer("10.0.0.1", "1.1.1.1, 203.0.113.7").address(1)).isEqualTo("203.0.113.7");
        assertThat(peer("10.0.0.1", "1.1.1.1", "203.0.113.7, 10.0.0.9").address(2))
                .isEqualTo("203.0.113.7");
        assertThat(peer("10.0.0.1", "203.0.113.7").address(2)).isEqualTo("10.0.0.1");
        assertThat(peer("10.0.0.1").address(1)).isEqualTo("10.0.0.1");
        assertThat(peer("10.0.0.1", "Jane Doe").address(1)).isEqualTo("10.0.0.1");
        assertThat(peer("10.0.0.1", "").address(1)).isEqualTo("10.0.0.1");
    }

    @Test
    void machinesOfOneIpv6NetworkAreOne() {
        String one = peer("10.0.0.1", "2001:db8:1:2:3:4:5:6").address(1);
        assertThat(peer("2001:db8:1:2:ffff::1").address(0)).isEqualTo(one);
        assertThat(peer("2001:db8:1:3::1").address(0)).isNotEqualTo(one);
        assertThat(peer("10.0.0.1", "::::").address(1)).isEqualTo("::::");
    }

    @Test
    void onlyWhatComesStraightFromThisMachineIsHere() {
        Peer here = new Peer(new InetSocketAddress("127.0.0.1", 1), name -> List.of());
        assertThat(here.isHere()).isTrue();
        assertThat(new Peer(new InetSocketAddress("::1", 1), name -> List.of()).isHere())
                .isTrue();
        assertThat(new Peer(new InetSocketAddress("203.0.113.7", 1), name -> List.of()).isHere())
                .isFalse();
        assertThat(peer("127.0.0.1", "203.0.113.7").isHere()).isFalse();
    }
}
