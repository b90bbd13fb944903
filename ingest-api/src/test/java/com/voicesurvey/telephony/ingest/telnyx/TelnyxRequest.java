package com.voicesurvey.telephony.ingest.telnyx;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call event as Telnyx would send it, to be bent by a test. */
public record TelnyxRequest(String body, Map<String, String> headers) {
    public static TelnyxRequest of(String callId, String eventType) {
        String state =
                """
                {"call_id":"%s","campaign_id":"7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01",\
                "contact_id":"3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02"}"""
                        .formatted(callId);
        String body =
                """
                {"data":{"record_type":"event","event_type":"%s",\
                "id":"0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",\
                "occurred_at":"2026-02-12T11:48:41.521992Z","payload":{\
                "call_control_id":"v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg",\
                "connection_id":"7267","call_leg_id":"428c31b6-7af4-4bcb-b7f5-5013ef9657c1",\
                "call_session_id":"428c31b6-7af4-4bcb-b7f5-5013ef9657c1","client_state":"%s",\
                "from":"+15550100001","to":"+15550100002","custom_headers":[{"name":"a","value":"b"}],\
                "tags":["x","y"],"state":null}},"meta":{"attempt":1,"delivered_to":"https://x"}}"""
                        .formatted(eventType, base64(state));
        return new TelnyxRequest(body, Map.of());
    }

    public TelnyxRequest withCause(String cause) {
        return replacing(
                "\"state\":null",
                "\"hangup_cause\":\"" + cause + "\",\"sip_hangup_cause\":\"404\"");
    }

    /** With another client_state, written out. */
    public TelnyxRequest withState(String state) {
        return new TelnyxRequest(
                body.replaceFirst(
                        "\"client_state\":\"[^\"]*\"",
                        "\"client_state\":\"" + base64(state) + "\""),
                headers);
    }

    public TelnyxRequest replacing(String text, String other) {
        return new TelnyxRequest(body.replace(text, other), headers);
    }

    public TelnyxRequest signed(TelnyxSigner signer) {
        return signed(signer, Instant.now());
    }

    public TelnyxRequest signed(TelnyxSigner signer, Instant time) {
        String timestamp = "" + time.getEpochSecond();
        return with("Telnyx-Timestamp", timestamp)
                .with("Telnyx-Signature-Ed25519", signer.sign(timestamp, body));
    }

    TelnyxRequest with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new TelnyxRequest(body, more);
    }

    public HttpRequest.Builder to(int port) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + port
                                                + "/webhooks/telephony/telnyx/events"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request;
    }

    RawRequest raw() {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        List<Parameter> none = List.of();
        return new RawRequest(
                "POST",
                "https://calls.example.com/webhooks/telephony/telnyx/events",
                name -> byName.containsKey(name) ? List.of(byName.get(name)) : List.of(),
                body.getBytes(StandardCharsets.UTF_8),
                none,
                none);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
