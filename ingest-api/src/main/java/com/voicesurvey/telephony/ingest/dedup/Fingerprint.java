package com.voicesurvey.telephony.ingest.dedup;

import com.voicesurvey.telephony.domain.event.EventKey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What stands for an event's key where the key itself would be an object too many: half of its
 * SHA-256, so that two keys never share one in practice.
 *
 * @param group spreads keys evenly
 * @param tag tells them apart
 */
record Fingerprint(long group, long tag) {
    // a new one for each event is half a kilobyte
    private static final ThreadLocal<MessageDigest> SHA_256 =
            ThreadLocal.withInitial(Fingerprint::sha256);

    static Fingerprint of(EventKey key) {
        ByteBuffer hash =
                ByteBuffer.wrap(
                        SHA_256.get().digest(key.asText().getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
