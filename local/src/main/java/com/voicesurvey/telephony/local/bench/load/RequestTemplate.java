package com.voicesurvey.telephony.local.bench.load;

import com.voicesurvey.telephony.local.bench.traffic.CallKind;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.local.bench.traffic.Callbacks;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A whole HTTP request but for what differs from call to call: the {@link Slip}, which is put into
 * its gaps.
 */
final class RequestTemplate {
    private static final String CALL_ID = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    private static final String CONTACT_ID = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
    private static final String SID_DIGITS = "dddddddddddddddddddddddddddddddd";
    private static final String SIGNATURE = "ssssssssssssssssssssssssssss";

    private final byte[] request;
    private final Gaps requestGaps;
    private final int signatureGap;
    private final byte[] signed;
    private final Gaps signedGaps;

    /** Where a call's ids go. */
    private record Gaps(int callId, int contactId, int sid) {
        static Gaps of(String text) {
            return new Gaps(gap(text, CALL_ID), gap(text, CONTACT_ID), gap(text, SID_DIGITS));
        }
    }

    private RequestTemplate(String request, String signed) {
        this.request = request.getBytes(StandardCharsets.US_ASCII);
        this.requestGaps = Gaps.of(request);
        this.signatureGap = gap(request, SIGNATURE);
        this.signed = signed.getBytes(StandardCharsets.UTF_8);
        this.signedGaps = Gaps.of(signed);
    }

    static RequestTemplate of(LoadPlan plan, CallKind kind, int step, Instant time) {
        CallIds ids =
                new CallIds(
                        CALL_ID,
                        CallNames.CAMPAIGN,
                        UUID.fromString(CONTACT_ID),
                        "CA" + SID_DIGITS);
        StatusCallback callback = Callbacks.of(kind, step, ids, time);
        String body = callback.body();
        String path = Callbacks.pathAndQuery(ids);
        String head =
                String.join(
                        "\r\n",
                        "POST " + path + " HTTP/1.1",
                        "Host: 127.0.0.1:" + plan.port(),
                        "User-Agent: TwilioProxy/1.1",
                        "Accept: */*",
                        "Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
                        TwilioSigner.HEADER + ": " + SIGNATURE,
                        "I-Twilio-Idempotency-Token: 8b2a9d0e-3a54-4f0f-9f0a-5f0d7f9f6a11",
                        "Content-Length: " + body.length(),
                        "",
                        "");
        return new RequestTemplate(head + body, plan.publicBase() + path + sorted(callback));
    }

    /** The text whose signature the slip is to hold, into the given array. */
    byte[] signed(byte[] slips, int slip) {
        byte[] text = signed.clone();
        System.arraycopy(slips, slip + Slip.CALL_ID, text, signedGaps.callId, Slip.UUID_LENGTH);
        System.arraycopy(
                slips, slip + Slip.CONTACT_ID, text, signedGaps.contactId, Slip.UUID_LENGTH);
        System.arraycopy(slips, slip + Slip.SID, text, signedGaps.sid, Slip.SID_LENGTH);
        return text;
    }

    /** The request with that slip, into an empty buffer, ready to be sent. */
    void write(ByteBuffer out, byte[] slips, int slip) {
        out.clear();
        out.put(request);
        out.put(requestGaps.callId, slips, slip + Slip.CALL_ID, Slip.UUID_LENGTH);
        out.put(requestGaps.contactId, slips, slip + Slip.CONTACT_ID, Slip.UUID_LENGTH);
        out.put(requestGaps.sid, slips, slip + Slip.SID, Slip.SID_LENGTH);
        out.put(signatureGap, slips, slip + Slip.SIGNATURE, Slip.SIGNATURE_LENGTH);
        out.flip();
    }

    /** Twilio signs names and values in the order of the names. */
    private static String sorted(StatusCallback callback) {
        return callback.fields().stream()
                .sorted(Comparator.comparing(FormField::name))
                .map(field -> field.name() + field.value())
                .collect(Collectors.joining());
    }

    private static int gap(String text, String placeholder) {
        int at = text.indexOf(placeholder);
        if (at < 0 || at != text.lastIndexOf(placeholder)) {
            throw new IllegalStateException(placeholder + " is not once in " + text);
        }
        return at;
    }
}
