package com.voicesurvey.telephony.testbed.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as Twilio does.
 *
 * <p>Source: Twilio, Webhooks security; repeated keys as in Twilio's SDKs.
 *
 * @param authToken the account's secret
 */
public record TwilioSigner(String authToken) {
    /** The header that carries the signature. */
    public static final String HEADER = "X-Twilio-Signature";

    private static final String HMAC_SHA1 = "HmacSHA1";
    private static final Comparator<String> BYTE_ORDER =
            (one, other) ->
                    Arrays.compareUnsigned(
                            one.getBytes(StandardCharsets.UTF_8),
                            other.getBytes(StandardCharsets.UTF_8));

    public TwilioSigner {
        if (authToken.isEmpty()) {
            throw new IllegalArgumentException("authToken must not be empty");
        }
    }

    /**
     * The signature in Base64.
     *
     * @param url what is called, with the raw query and without the fragment
     * @param fields the form's fields, decoded, in any order; none for GET and JSON
     */
    public String sign(String url, Collection<FormField> fields) {
        var valuesByName = new TreeMap<String, TreeSet<String>>(BYTE_ORDER);
        for (FormField field : fields) {
            valuesByName
                    .computeIfAbsent(field.name(), _ -> new TreeSet<>(BYTE_ORDER))
                    .add(field.value());
        }
        var signed = new StringBuilder(url);
        valuesByName.forEach(
                (name, values) -> values.forEach(value -> signed.append(name).append(value)));
        return Base64.getEncoder().encodeToString(hmac(signed.toString()));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(HMAC_SHA1);
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), HMAC_SHA1));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC_SHA1, e);
        }
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "TwilioSigner[]";
    }
}
