package com.voicesurvey.telephony.local.bench.load;

import com.voicesurvey.telephony.local.bench.traffic.CallNames;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What differs from one request to the next, as bytes in a row: call id, contact id, the digits of
 * the call's SID, and the signature. For one thread.
 */
final class Slip {
    static final int UUID_LENGTH = 36;
    static final int SID_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 28;

    static final int CALL_ID = 0;
    static final int CONTACT_ID = CALL_ID + UUID_LENGTH;
    static final int SID = CONTACT_ID + UUID_LENGTH;
    static final int SIGNATURE = SID + SID_LENGTH;
    static final int LENGTH = SIGNATURE + SIGNATURE_LENGTH;

    private static final String HMAC_SHA1 = "HmacSHA1";

    private final CallNames names = new CallNames();
    private final Mac mac;

    Slip(String authToken) {
        try {
            mac = Mac.getInstance(HMAC_SHA1);
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), HMAC_SHA1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC_SHA1, e);
        }
    }

    /** Writes the slip of that call for that kind of request. */
    void write(RequestTemplate template, long call, byte[] slips, int at) {
        put(names.callId(call).toString(), slips, at + CALL_ID);
        put(names.contactId(call).toString(), slips, at + CONTACT_ID);
        put(names.sidDigits(call), slips, at + SID);
        byte[] signature = Base64.getEncoder().encode(mac.doFinal(template.signed(slips, at)));
        System.arraycopy(signature, 0, slips, at + SIGNATURE, SIGNATURE_LENGTH);
    }

    private static void put(String text, byte[] slips, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, slips, at, bytes.length);
    }
}
