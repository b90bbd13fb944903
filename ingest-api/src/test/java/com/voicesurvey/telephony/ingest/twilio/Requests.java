package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Raw requests to try the adapter with. */
final class Requests {
    private static final String SIGNATURE = "X-Twilio-Signature";

    private Requests() {}

    static RawRequest form(String url, String signature, List<Parameter> form) {
        return request(
                "POST",
                url,
                Map.of(SIGNATURE, signature, "Content-Type", "application/x-www-form-urlencoded"),
                "stands for the form",
                List.of(),
                form);
    }

    static RawRequest json(String url, String signature, String body, List<Parameter> query) {
        return request(
                "POST",
                url,
                Map.of(SIGNATURE, signature, "Content-Type", "application/json"),
                body,
                query,
                List.of());
    }

    static RawRequest get(String url, String signature) {
        return request("GET", url, Map.of(SIGNATURE, signature), "", List.of(), List.of());
    }

    static RawRequest parameters(List<Parameter> query, List<Parameter> form) {
        return request("POST", "https://x/", Map.of(), "", query, form);
    }

    static RawRequest request(
            String method,
            String url,
            Map<String, String> headers,
            String body,
            List<Parameter> query,
            List<Parameter> form) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return new RawRequest(
                method,
                url,
                name -> byName.containsKey(name) ? List.of(byName.get(name)) : List.of(),
                body.getBytes(StandardCharsets.UTF_8),
                query,
                form);
    }
}
