package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The signatures that Twilio's documentation and SDKs publish; each file names its sources. */
class PublishedVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void the_verifier_agrees_with_the_published_verdict(String id, JsonNode vector) {
        Verification verdict =
                TwilioSignature.verify(
                        request(vector),
                        SigningKeys.of(List.of(vector.path("authToken").asText())));
        assertThat(verdict instanceof Verification.Genuine)
                .as(vector.path("source").asText())
                .isEqualTo(vector.path("valid").asBoolean());
    }

    static Stream<Arguments> vectors() throws IOException {
        return Stream.concat(
                file("/twilio-signature-vectors.json"),
                file("/twilio-signature-vectors-of-the-sdks.json"));
    }

    private static Stream<Arguments> file(String name) throws IOException {
        List<Arguments> vectors = new ArrayList<>();
        try (InputStream in = PublishedVectorsTest.class.getResourceAsStream(name)) {
            for (JsonNode vector : new ObjectMapper().readTree(in)) {
                vectors.add(Arguments.of(vector.path("id").asText(), vector));
            }
        }
        return vectors.stream();
    }

    private static RawRequest request(JsonNode vector) {
        String url = vector.path("url").asText();
        String signature = vector.path("signature").asText();
        if (vector.has("body")) {
            return Requests.json(url, signature, vector.path("body").asText(), query(url));
        }
        List<Parameter> form = new ArrayList<>();
        vector.path("params")
                .properties()
                .forEach(e -> form.add(new Parameter(e.getKey(), e.getValue().asText())));
        vector.path("parameters")
                .forEach(
                        pair ->
                                form.add(
                                        new Parameter(
                                                pair.path(0).asText(), pair.path(1).asText())));
        return Requests.form(url, signature, form);
    }

    private static List<Parameter> query(String url) {
        List<Parameter> query = new ArrayList<>();
        for (String pair : url.substring(url.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.add(new Parameter(pair.substring(0, equals), pair.substring(equals + 1)));
            }
        }
        return query;
    }
}
