package com.voicesurvey.telephony.ingest;

import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.ingest.dedup.OnceGate;
import com.voicesurvey.telephony.ingest.http.Webhook;
import com.voicesurvey.telephony.ingest.intake.CallbackIntake;
import com.voicesurvey.telephony.ingest.intake.SignatureGuard;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.ingest.telnyx.TelnyxProvider;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** The providers, each with the path on which its callbacks are taken. */
final class Intakes {
    private static final Clock CLOCK = Clock.systemUTC();

    private final IngestConfig config;
    private final EventPublisher publisher;
    private final IngestMetrics metrics;
    private final OnceGate gate;

    private Intakes(IngestConfig config, EventPublisher publisher, IngestMetrics metrics) {
        this.config = config;
        this.publisher = publisher;
        this.metrics = metrics;
        this.gate = new OnceGate(config.duplicateMemory(), System::nanoTime);
    }

    /** Those that are configured. */
    static Map<String, Webhook> of(
            IngestConfig config, EventPublisher publisher, IngestMetrics metrics) {
        Intakes intakes = new Intakes(config, publisher, metrics);
        Map<String, Webhook> byPath = new LinkedHashMap<>();
        byPath.put(
                TwilioProvider.ROUTE,
                new Webhook(
                        intakes.of(twilio(config), config.twilio()::tokensOf),
                        List.of("GET", "POST"),
                        "If Twilio did send it, check TWILIO_AUTH_TOKEN, for a further account"
                                + " TWILIO_ACCOUNTS, and that PUBLIC_BASE_URL is the address that"
                                + " Twilio calls",
                        "A status callback carries call_id, campaign_id and contact_id in its"
                                + " URL's query, and Twilio's CallSid and CallStatus"));
        if (!config.telnyx().publicKeys().isEmpty()) {
            byPath.put(
                    TelnyxProvider.ROUTE,
                    new Webhook(
                            intakes.of(
                                    new TelnyxProvider(CLOCK, config.telnyx().replayWindow()),
                                    SigningKeys.of(config.telnyx().publicKeys())),
                            List.of("POST"),
                            "If Telnyx did send it, check TELNYX_PUBLIC_KEY and this machine's"
                                    + " clock",
                            "A call event carries data.event_type, the call_control_id, and the"
                                    + " client_state that the call was placed with: Base64 of a"
                                    + " JSON object of call_id, campaign_id and contact_id"));
        }
        return byPath;
    }

    /** Twilio, also to be asked about calls where an account is configured. */
    static TwilioProvider twilio(IngestConfig config) {
        SequencedMap<String, String> tokens = config.twilio().currentTokens();
        return tokens.isEmpty()
                ? TwilioProvider.forCallbacks()
                : TwilioProvider.of(
                        tokens,
                        config.twilio().api(),
                        Objects.requireNonNullElse(config.publicBaseUrl(), ""));
    }

    private CallbackIntake of(TelephonyProvider provider, SigningKeys keys) {
        return new CallbackIntake(
                provider,
                new SignatureGuard(keys, config.enforceSignatures(), metrics),
                gate,
                publisher,
                CLOCK);
    }
}
