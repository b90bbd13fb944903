package com.voicesurvey.telephony.local.bench.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The ids of the call of a number. They are digests, so that they come in no order, as ids do, and
 * so that SQL can make the same ones: {@code md5('call-' || n)::uuid}. For one thread.
 */
public final class CallNames {
    /** The campaign of all calls. */
    public static final UUID CAMPAIGN = UUID.fromString("b0000000-0000-4000-8000-000000000001");

    private final MessageDigest md5;

    public CallNames() {
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    public UUID callId(long call) {
        return uuid("call-", call);
    }

    public UUID contactId(long call) {
        return uuid("contact-", call);
    }

    /** The 32 digits behind {@code CA}. */
    public String sidDigits(long call) {
        return uuid("sid-", call).toString().replace("-", "");
    }

    private UUID uuid(String prefix, long call) {
        ByteBuffer digest =
                ByteBuffer.wrap(md5.digest((prefix + call).getBytes(StandardCharsets.US_ASCII)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
