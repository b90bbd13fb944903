package com.voicesurvey.telephony.local.bench.micro;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;
import com.voicesurvey.telephony.local.bench.traffic.CallKind;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.local.bench.traffic.Callbacks;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A callback of real size, signed: the answer of a call. */
final class SampleCallback {
    static final String AUTH_TOKEN = "bench-token-0123456789abcdef0123456";
    static final TwilioProvider TWILIO = TwilioProvider.forCallbacks();

    private static final int ANSWERED = 2;
    private static final String BASE = "https://calls.example.com";

    private SampleCallback() {}

    static RawRequest request() {
        CallNames names = new CallNames();
        CallIds ids =
                new CallIds(
                        names.callId(0).toString(),
                        CallNames.CAMPAIGN,
                        names.contactId(0),
                        "CA" + names.sidDigits(0));
        var callback = Callbacks.of(CallKind.ANSWERED, ANSWERED, ids, Instant.now());
        String url = BASE + Callbacks.pathAndQuery(ids);
        String signature = new TwilioSigner(AUTH_TOKEN).sign(url, callback.fields());
        return new RawRequest(
                "POST",
                url,
                name -> header(name, signature),
                callback.body().getBytes(StandardCharsets.UTF_8),
                List.of(
                        new Parameter("call_id", ids.callId()),
                        new Parameter("campaign_id", ids.campaignId().toString()),
                        new Parameter("contact_id", ids.contactId().toString())),
                callback.fields().stream()
                        .map(field -> new Parameter(field.name(), field.value()))
                        .toList());
    }

    private static List<String> header(String name, String signature) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "x-twilio-signature" -> List.of(signature);
            case "content-type" -> List.of("application/x-www-form-urlencoded; charset=UTF-8");
            default -> List.of();
        };
    }

    static ParsedCallback.Event event() {
        if (TWILIO.parse(request(), Instant.now()) instanceof ParsedCallback.Event event) {
            return event;
        }
        throw new IllegalStateException("the sample is no event");
    }
}
