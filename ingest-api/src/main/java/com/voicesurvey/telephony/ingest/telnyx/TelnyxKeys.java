package com.voicesurvey.telephony.ingest.telnyx;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Telnyx's public keys, as its portal shows them: the 32 bytes of an Ed25519 key in Base64. */
public final class TelnyxKeys {
    private static final int LENGTH = 32;

    /** What RFC 8410 puts before the key's own bytes. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private TelnyxKeys() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PublicKey decode(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != LENGTH) {
            throw new IllegalArgumentException(
                    "a public key of Telnyx has " + LENGTH + " bytes, this one " + key.length);
        }
        byte[] encoded = new byte[X509_PREFIX.length + LENGTH];
        System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }
}
