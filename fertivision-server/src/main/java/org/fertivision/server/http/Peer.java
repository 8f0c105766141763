package org.fertivision.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who is at the other end, as far as that can be known.
 *
 * @param connected the end of the connection
 * @param headers the values of a header of his request
 */
record Peer(SocketAddress connected, Function<String, List<String>> headers) {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final List<String> FORWARDING = List.of("Forwarded", FORWARDED_FOR, "X-Real-IP", "Via");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK = 8;

    /** Whether the request comes from this machine, and not through a proxy on it. */
    boolean isHere() {
        return connected instanceof InetSocketAddress from
                && from.getAddress().isLoopbackAddress()
                && FORWARDING.stream().allMatch(name -> headers.apply(name).isEmpty());
    }

    /**
     * Where the request comes from: the end of the connection, or what the outermost of so many proxies wrote into
     * {@code X-Forwarded-For}. Of an IPv6 address the network, within which a machine has any number.
     */
    String address(int proxies) {
        String text =
                connected instanceof InetSocketAddress from ? from.getAddress().getHostAddress() : "";
        if (proxies > 0) {
            List<String> chain = headers.apply(FORWARDED_FOR).stream()
                    .flatMap(value -> List.of(value.split(",", -1)).stream())
                    .map(String::strip)
                    .toList();
            String told = chain.size() >= proxies ? chain.get(chain.size() - proxies) : "";
            text = ADDRESS.matcher(told).matches() ? told : text;
        }
        return network(text);
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES ? HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK) : address;
        } catch (UnknownHostException e) {
            return address.toLowerCase(Locale.ROOT);
        }
    }
}
