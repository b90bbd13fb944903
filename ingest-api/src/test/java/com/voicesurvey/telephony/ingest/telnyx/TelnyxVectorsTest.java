package com.voicesurvey.telephony.ingest.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Signatures that another implementation made, with published keys; the file says how. */
class TelnyxVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void the_verifier_agrees_with_OpenSSL(String id, JsonNode vector) {
        Instant now = Instant.ofEpochSecond(vector.path("now").asLong());
        Verification verdict =
                new TelnyxSignature(Clock.fixed(now, ZoneOffset.UTC), Duration.ofMinutes(5))
                        .verify(
                                new TelnyxRequest(
                                                vector.path("body").asText(),
                                                Map.of(
                                                        "telnyx-timestamp",
                                                        vector.path("timestamp").asText(),
                                                        "telnyx-signature-ed25519",
                                                        vector.path("signature").asText()))
                                        .raw(),
                                SigningKeys.of(List.of(vector.path("public_key").asText())));
        assertThat(verdict instanceof Verification.Genuine)
                .as(id)
                .isEqualTo(vector.path("valid").asBoolean());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rfc8032")
    void a_key_in_Base64_is_the_key_of_the_RFC(String id, JsonNode vector) throws Exception {
        byte[] key = HexFormat.of().parseHex(vector.path("public_key_hex").asText());
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(TelnyxKeys.decode(Base64.getEncoder().encodeToString(key)));
        verifier.update(HexFormat.of().parseHex(vector.path("message_hex").asText()));
        assertThat(verifier.verify(HexFormat.of().parseHex(vector.path("signature_hex").asText())))
                .as(id)
                .isTrue();
    }

    static Stream<Arguments> vectors() throws IOException {
        return named("vectors");
    }

    static Stream<Arguments> rfc8032() throws IOException {
        return named("rfc8032");
    }

    private static Stream<Arguments> named(String field) throws IOException {
        try (InputStream in =
                TelnyxVectorsTest.class.getResourceAsStream("/telnyx-signature-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(Objects.requireNonNull(in)).path(field);
            return vectors.valueStream()
                    .map(vector -> Arguments.of(vector.path("id").asText(), vector));
        }
    }
}
