package com.voicesurvey.telephony.ingest;

import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A status callback as Twilio would send it, to be bent by a test. */
public record Callback(String path, String query, List<FormField> form, String token) {
    public static final String BASE = "https://calls.example.com";
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    public static final String PATH = "/webhooks/telephony/events";
    public static final String IDS =
            "call_id=test-call-123"
                    + "&campaign_id=7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01"
                    + "&contact_id=3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02";

    public static Callback of(String status) {
        return new Callback(
                PATH,
                IDS,
                List.of(
                        new FormField("AccountSid", "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                        new FormField("CallSid", "CA0cc175b9c0f1b6a831c399e269772661"),
                        new FormField("CallStatus", status),
                        new FormField("From", "+15550100001"),
                        new FormField("To", "+15550100002"),
                        new FormField("ToCity", ""),
                        new FormField("Timestamp", "Thu, 12 Feb 2026 11:48:41 +0000")),
                TOKEN);
    }

    public Callback withQuery(String other) {
        return new Callback(path, other, form, token);
    }

    public Callback withToken(String other) {
        return new Callback(path, query, form, other);
    }

    public Callback ofCall(String callId) {
        return withQuery(query.replace("test-call-123", callId));
    }

    public Callback with(String name, String value) {
        List<FormField> more = new ArrayList<>(form);
        more.add(new FormField(name, value));
        return new Callback(path, query, more, token);
    }

    public Callback without(String name) {
        return new Callback(
                path, query, form.stream().filter(f -> !f.name().equals(name)).toList(), token);
    }

    public String body() {
        return FormField.encode(form);
    }

    public String signature() {
        return new TwilioSigner(token).sign(BASE + path + "?" + query, form);
    }

    /** Signed for the public address, sent to the local one. */
    public HttpRequest.Builder request(int port) {
        return HttpRequest.newBuilder(target(port))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header(TwilioSigner.HEADER, signature())
                .POST(BodyPublishers.ofString(body()));
    }

    /** The same request as it goes over a connection. */
    public byte[] bytes() {
        return """
        POST %s?%s HTTP/1.1\r
        Host: calls.example.com\r
        Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r
        %s: %s\r
        Content-Length: %d\r
        \r
        %s"""
                .formatted(path, query, TwilioSigner.HEADER, signature(), body().length(), body())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The same by StatusCallbackMethod=GET: everything in the query, nothing in a body. */
    public HttpRequest getRequest(int port) {
        Callback all = new Callback(path, query + "&" + body(), List.of(), token);
        return HttpRequest.newBuilder(all.target(port))
                .header(TwilioSigner.HEADER, all.signature())
                .build();
    }

    public URI target(int port) {
        return URI.create("http://127.0.0.1:" + port + path + "?" + query);
    }
}
