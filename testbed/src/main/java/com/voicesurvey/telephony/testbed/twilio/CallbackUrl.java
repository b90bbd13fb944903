package com.voicesurvey.telephony.testbed.twilio;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The callback URL that was handed to Twilio when a call was placed.
 *
 * @param publicBase what Twilio calls and signs, such as {@code https://calls.example.com}
 * @param connectTo where that leads to; the same, or what stands behind the proxy
 * @param fragment the delivery's overrides, never sent and never signed; may be empty
 */
public record CallbackUrl(String publicBase, String connectTo, String fragment) {

    public CallbackUrl {
        publicBase = withoutSlash(publicBase);
        connectTo = withoutSlash(connectTo);
    }

    /** A receiver that Twilio reaches directly, with Twilio's own delivery rules. */
    public static CallbackUrl direct(String base) {
        return new CallbackUrl(base, base, "");
    }

    /** The same with other overrides, such as {@code rc=5&rp=ct,rt,5xx}. */
    public CallbackUrl withFragment(String overrides) {
        return new CallbackUrl(publicBase, connectTo, overrides);
    }

    String signed(CallIds ids) {
        return publicBase + pathAndQuery(ids);
    }

    URI called(CallIds ids) {
        return URI.create(connectTo + pathAndQuery(ids));
    }

    private static String pathAndQuery(CallIds ids) {
        return "/webhooks/telephony/events?call_id=%s&campaign_id=%s&contact_id=%s"
                .formatted(urlSafe(ids.callId()), ids.campaignId(), ids.contactId());
    }

    private static String urlSafe(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
