package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.provider.CallOrder;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The addresses that Twilio is told to report to. Their parameters are sorted, because Twilio may
 * send them sorted although it signed them as given, and their values are URL-safe. The fragment
 * asks Twilio to repeat a callback after a 5xx or a timeout, which it does not by default (Twilio:
 * Webhooks, "Connection overrides").
 *
 * @param route where callbacks are taken, as the world reaches it
 */
record CallbackUrls(URI route) {
    // an answer takes 2 s at most (PRODUCE_BUDGET), so that who has not connected in 2 s or
    // answered
    // in 4 s will not; with Twilio's own limits, 5 and 15 s, one hung instance would take up all of
    // the 15 s that the retries have together
    private static final String OVERRIDES = "#rc=5&rp=ct,rt,5xx&ct=2000&rt=4000";

    URI of(CallOrder order) {
        return URI.create(
                route
                        + "?call_id="
                        + encoded(order.callId().value())
                        + "&campaign_id="
                        + order.campaignId()
                        + "&contact_id="
                        + order.contactId()
                        + OVERRIDES);
    }

    /**
     * In the query a space is written {@code %20}: {@code +} is read differently here and there.
     */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
