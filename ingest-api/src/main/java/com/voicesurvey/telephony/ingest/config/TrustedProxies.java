package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** The peers whose word on the original URL is taken; none by default. */
public record TrustedProxies(List<AddressRange> ranges) {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    static TrustedProxies read(Environment environment, Values values) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : values.list(Variable.TRUSTED_PROXIES)) {
            try {
                ranges.add(AddressRange.parse(text));
            } catch (IllegalArgumentException e) {
                environment.problem(
                        "%s holds %s: give addresses (10.0.0.7) or ranges (10.0.0.0/8)"
                                .formatted(Variable.TRUSTED_PROXIES, text));
            }
        }
        return new TrustedProxies(ranges);
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

    @Override
    public String toString() {
        return RecordText.of(this, ranges);
    }
}
