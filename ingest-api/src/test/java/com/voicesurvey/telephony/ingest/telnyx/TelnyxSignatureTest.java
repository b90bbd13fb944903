package com.voicesurvey.telephony.ingest.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class TelnyxSignatureTest {
    private static final Instant NOW = Instant.parse("2026-02-12T11:48:41Z");

    private final TelnyxSigner signer = TelnyxSigner.create();
    private final TelnyxSigner older = TelnyxSigner.create();
    private final TelnyxRequest request = TelnyxRequest.of("c", "call.answered");
    private final TelnyxSignature signature =
            new TelnyxSignature(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(5));

    /** The public key of RFC 8032, section 7.1, test 1. */
    @Test
    void a_public_key_is_32_bytes_in_Base64() {
        assertThat(TelnyxKeys.decode("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=").getAlgorithm())
                .isEqualTo("EdDSA");
        assertThatThrownBy(() -> TelnyxKeys.decode("c2hvcnQ=")).hasMessageContaining("32 bytes");
    }

    @Test
    void what_any_of_the_keys_has_signed_is_genuine() {
        assertThat(verify(request.signed(signer, NOW))).isInstanceOf(Verification.Genuine.class);
        assertThat(verify(request.signed(older, NOW))).isInstanceOf(Verification.Genuine.class);
        assertThat(verify(request.signed(TelnyxSigner.create(), NOW)))
                .isInstanceOf(Verification.Forged.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-300, true", "300, true", "-301, false", "301, false"})
    void a_request_counts_within_the_window_only(long seconds, boolean genuine) {
        assertThat(
                        verify(request.signed(signer, NOW.plusSeconds(seconds)))
                                instanceof Verification.Genuine)
                .isEqualTo(genuine);
    }

    @Test
    void the_time_is_signed_too() {
        TelnyxRequest recorded = request.signed(signer, NOW.minus(Duration.ofHours(1)));
        TelnyxRequest replayed = recorded.with("Telnyx-Timestamp", "" + NOW.getEpochSecond());
        assertThat(verify(replayed)).isInstanceOf(Verification.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no Base64!", "c2hvcnQ=", ""})
    void a_signature_that_is_none_is_no_fault(String text) {
        TelnyxRequest broken = request.signed(signer, NOW).with("Telnyx-Signature-Ed25519", text);
        assertThat(verify(broken)).isNotInstanceOf(Verification.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "99999999999999999999", "1770896921.0"})
    void a_time_that_is_none_is_no_fault(String text) {
        TelnyxRequest broken = request.signed(signer, NOW).with("Telnyx-Timestamp", text);
        assertThat(verify(broken)).isNotInstanceOf(Verification.Genuine.class);
    }

    private Verification verify(TelnyxRequest signed) {
        return signature.verify(
                signed.raw(), SigningKeys.of(List.of(signer.publicKey(), older.publicKey())));
    }
}
