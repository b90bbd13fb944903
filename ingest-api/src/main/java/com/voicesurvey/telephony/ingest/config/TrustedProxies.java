package com.voicesurvey.telephony.ingest.config;

import java.net.InetAddress;
import java.util.List;

/** The peers whose word on the original URL is taken; none by default. */
public record TrustedProxies(List<AddressRange> ranges) {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /**
     * Whether that peer's headers are believed.
     *
     * @param peer literal address of the other end of the TCP connection, in brackets or not
     */
    public boolean trusts(String peer) {
        if (ranges.isEmpty()) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(withoutBracketsAndScope(peer));
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static String withoutBracketsAndScope(String peer) {
        int start = peer.startsWith("[") ? 1 : 0;
        int end = peer.endsWith("]") ? peer.length() - 1 : peer.length();
        int scope = peer.indexOf('%');
        return peer.substring(start, scope < 0 ? end : scope);
    }
}
