package com.voicesurvey.telephony.ingest.telnyx;

import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Telnyx's webhook signature (Telnyx: "Webhook signing"): Ed25519 over the time stamp, a bar and
 * the raw body. The URL is not covered, so that nothing of it may be believed.
 *
 * @param window how far the signed time may be off; an older request is a repetition of one that
 *     somebody has recorded
 */
record TelnyxSignature(Clock clock, Duration window) {
    private static final String SIGNATURE = "telnyx-signature-ed25519";
    private static final String TIMESTAMP = "telnyx-timestamp";

    Verification verify(RawRequest request, SigningKeys keys) {
        String signature = request.header(SIGNATURE);
        String timestamp = request.header(TIMESTAMP);
        if (signature == null || signature.isBlank() || timestamp == null) {
            return new Verification.Unsigned(
                    "the headers " + SIGNATURE + " and " + TIMESTAMP + " are needed");
        }
        if (!timestamp.matches("\\d{1,12}")) {
            return new Verification.Forged(TIMESTAMP + " is no time in seconds");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(window) > 0) {
            return new Verification.Forged(
                    TIMESTAMP
                            + " is more than "
                            + window.toSeconds()
                            + " s off: an old request, or a clock that is wrong");
        }
        return isSignedByOneOf(keys.forAccount(null), decoded(signature), timestamp, request.body())
                ? new Verification.Genuine()
                : new Verification.Forged(SIGNATURE + " fits none of the public keys");
    }

    private static boolean isSignedByOneOf(
            List<String> keys, byte[] signature, String timestamp, byte[] body) {
        byte[] prefix = (timestamp + "|").getBytes(StandardCharsets.US_ASCII);
        return keys.stream()
                .anyMatch(key -> isSigned(TelnyxKeys.decode(key), signature, prefix, body));
    }

    private static boolean isSigned(PublicKey key, byte[] signature, byte[] prefix, byte[] body) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(prefix);
            verifier.update(body);
            return verifier.verify(signature);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the key was decoded as one of this kind", e);
        } catch (GeneralSecurityException e) {
            // a signature that is none, of a wrong length for instance
            return false;
        }
    }

    /** Empty where it is no Base64, which fits no key. */
    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
