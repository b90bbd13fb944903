package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.domain.provider.RawRequest.Headers;
import com.voicesurvey.telephony.ingest.config.TrustedProxies;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Finds the URL that the provider called, to the letter, since its signature covers that. A
 * configured base wins over every header; a trusted proxy's headers win over the connection's own
 * {@code Host}.
 *
 * @param publicBaseUrl without a slash at its end, null where none is configured
 */
record ExactUrls(@Nullable String publicBaseUrl, TrustedProxies trustedProxies) {
    /**
     * @param peer literal address of the other end of the connection
     * @param target raw path and query, still encoded
     */
    String of(Headers headers, String peer, String target) {
        return baseUrl(headers, peer) + target;
    }

    private String baseUrl(Headers headers, String peer) {
        if (publicBaseUrl != null) {
            return publicBaseUrl;
        }
        String host = Objects.requireNonNullElse(last(headers, "Host"), "");
        if (!trustedProxies.trusts(peer)) {
            return "http://" + host;
        }
        String forwarded = last(headers, "Forwarded");
        if (forwarded != null) {
            ForwardedElement element = ForwardedElement.parse(forwarded);
            return url(element.proto(), element.host(), host);
        }
        String forwardedHost = last(headers, "X-Forwarded-Host");
        String port = last(headers, "X-Forwarded-Port");
        if (forwardedHost != null && port != null && !hasPort(forwardedHost)) {
            forwardedHost += ":" + port;
        }
        return url(last(headers, "X-Forwarded-Proto"), forwardedHost, host);
    }

    private static String url(
            @Nullable String scheme, @Nullable String forwardedHost, String host) {
        return Objects.requireNonNullElse(scheme, "http")
                + "://"
                + Objects.requireNonNullElse(forwardedHost, host);
    }

    /**
     * The last element, which is the one that the trusted proxy itself wrote; those before it are
     * hearsay. Null where there is none.
     */
    private static @Nullable String last(Headers headers, String name) {
        List<String> values = headers.values(name);
        if (values.isEmpty()) {
            return null;
        }
        String value = values.getLast();
        String element = value.substring(value.lastIndexOf(',') + 1).strip();
        return element.isEmpty() ? null : element;
    }

    private static boolean hasPort(String host) {
        return host.lastIndexOf(':') > host.lastIndexOf(']');
    }
}
