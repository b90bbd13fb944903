package com.voicesurvey.telephony.testbed.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class TwilioSignerTest {
    private static final String URL = "https://example.com/events?a=1";
    private final TwilioSigner signer = new TwilioSigner("12345");

    static Stream<JsonNode> validVectors() throws IOException {
        try (var vectors =
                TwilioSignerTest.class.getResourceAsStream("/twilio-signature-vectors.json")) {
            return new ObjectMapper()
                    .readTree(vectors)
                    .valueStream()
                    .filter(vector -> vector.get("valid").booleanValue());
        }
    }

    @ParameterizedTest
    @MethodSource("validVectors")
    void signs_as_the_published_vectors(JsonNode vector) {
        var signer = new TwilioSigner(vector.get("authToken").textValue());
        List<String> signatures =
                spellings(vector.get("url").textValue())
                        .map(url -> signer.sign(url, fields(vector)))
                        .toList();

        assertThat(signatures).contains(vector.get("signature").textValue());
    }

    @Test
    void repeated_values_count_once_and_are_sorted() {
        var repeated =
                List.of(new FormField("k", "b"), new FormField("k", "a"), new FormField("k", "b"));
        var once = List.of(new FormField("k", "a"), new FormField("k", "b"));

        assertThat(signer.sign(URL, repeated))
                .isEqualTo(signer.sign(URL, once))
                .isEqualTo(signer.sign(URL + "kakb", List.of()));
    }

    @Test
    void capitals_come_before_small_letters_and_empty_values_leave_their_key() {
        var fields =
                List.of(
                        new FormField("callSid", "3"),
                        new FormField("Called", ""),
                        new FormField("CallSid", "1"));

        assertThat(signer.sign(URL, fields))
                .isEqualTo(signer.sign(URL + "CallSid1CalledcallSid3", List.of()));
    }

    @Test
    void keeps_the_secret_to_itself() {
        assertThat(signer.toString()).doesNotContain("12345");
    }

    /** The URL as seen, and as Twilio may have signed it: without its port, or with the default. */
    private static Stream<String> spellings(String url) {
        return Stream.of(
                url,
                url.replaceFirst("(https?://[^/:]+):\\d+", "$1"),
                url.replaceFirst("(http://[^/:]+)/", "$1:80/"),
                url.replaceFirst("(https://[^/:]+)/", "$1:443/"));
    }

    private static List<FormField> fields(JsonNode vector) {
        var fields = new ArrayList<FormField>();
        for (var field : vector.path("params").properties()) {
            Iterable<JsonNode> values =
                    field.getValue().isArray() ? field.getValue() : List.of(field.getValue());
            for (JsonNode value : values) {
                fields.add(new FormField(field.getKey(), value.textValue()));
            }
        }
        return fields;
    }
}
