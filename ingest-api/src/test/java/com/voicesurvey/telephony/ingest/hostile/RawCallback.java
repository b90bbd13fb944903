package com.voicesurvey.telephony.ingest.hostile;

import com.voicesurvey.telephony.ingest.Callback;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.util.List;
import java.util.stream.Stream;

/** A genuine callback as it goes over the wire, to be bent. */
record RawCallback(String requestLine, List<String> headers, String body) {
    static final String END = "\r\n";

    static RawCallback ofCall(String callId) {
        return of(Callback.of("ringing").ofCall(callId));
    }

    static RawCallback of(Callback callback) {
        String body = callback.body();
        return new RawCallback(
                "POST " + callback.path() + "?" + callback.query() + " HTTP/1.1",
                List.of(
                        "Host: calls.example.com",
                        "Content-Type: application/x-www-form-urlencoded",
                        TwilioSigner.HEADER + ": " + callback.signature(),
                        "Content-Length: " + body.length()),
                body);
    }

    RawCallback requestLine(String other) {
        return new RawCallback(other, headers, body);
    }

    RawCallback with(String... lines) {
        return new RawCallback(
                requestLine, Stream.concat(headers.stream(), Stream.of(lines)).toList(), body);
    }

    RawCallback without(String name) {
        return new RawCallback(
                requestLine,
                headers.stream().filter(line -> !line.startsWith(name + ":")).toList(),
                body);
    }

    RawCallback body(String other) {
        return new RawCallback(requestLine, headers, other);
    }

    /** In one chunk, said so by a header of that text. */
    RawCallback chunked(String transferEncoding) {
        return without("Content-Length")
                .with(transferEncoding)
                .body(Integer.toHexString(body.length()) + END + body + END + "0" + END + END);
    }

    String head() {
        return requestLine + END + String.join(END, headers) + END + END;
    }

    String text() {
        return head() + body;
    }
}
