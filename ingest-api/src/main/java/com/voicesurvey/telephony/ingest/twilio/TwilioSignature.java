package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's request signature (Twilio: Security, "Validating requests"): HMAC-SHA1 over the exact
 * URL and the form's parameters. Written over the raw request because the SDK's validator takes one
 * value a name and decodes the query of a URL with a port, and so rejects genuine requests.
 */
final class TwilioSignature {
    private static final String HEADER = "X-Twilio-Signature";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** By auth token; as many as are configured. Never used themselves. */
    private static final Map<String, Mac> READY = new ConcurrentHashMap<>();

    private TwilioSignature() {}

    static Verification verify(RawRequest request, SigningKeys keys) {
        String signature = request.header(HEADER);
        if (signature == null || signature.isBlank()) {
            return new Verification.Unsigned("the header " + HEADER + " is missing");
        }
        boolean form = isForm(request);
        if (!form && !hasSignedBody(request)) {
            return new Verification.Forged(
                    "the body is no form, and no bodySHA256 in the query matches it");
        }
        byte[] expected = signature.getBytes(StandardCharsets.UTF_8);
        byte[] parameters = form ? SignedParameters.of(request.form()) : new byte[0];
        List<String> candidates = keys.forAccount(TwilioFields.first(request, "AccountSid"));
        if (isSigned(request.url(), parameters, candidates, expected)
                || isSigned(OtherPort.of(request.url()), parameters, candidates, expected)) {
            return new Verification.Genuine();
        }
        return new Verification.Forged(
                candidates.isEmpty()
                        ? "no auth token is configured for the account"
                        : HEADER + " fits none of the auth tokens for the URL " + place(request));
    }

    private static boolean isSigned(
            @Nullable String url, byte[] parameters, List<String> keys, byte[] signature) {
        if (url == null) {
            return false;
        }
        byte[] signedUrl = url.getBytes(StandardCharsets.UTF_8);
        for (String key : keys) {
            if (MessageDigest.isEqual(sign(key, signedUrl, parameters), signature)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the signature covers parameters of a form, or the lack of any. */
    private static boolean isForm(RawRequest request) {
        if (request.method().equals("GET") || request.body().length == 0) {
            return true;
        }
        String type = Objects.requireNonNullElse(request.header("Content-Type"), "");
        int semicolon = type.indexOf(';');
        String mediaType = semicolon < 0 ? type : type.substring(0, semicolon);
        return mediaType.strip().equalsIgnoreCase(FORM);
    }

    /** A body that is no form is signed by its hash, which the signed URL carries. */
    private static boolean hasSignedBody(RawRequest request) {
        byte[] actual = Digests.sha256Hex(request.body()).getBytes(StandardCharsets.US_ASCII);
        for (Parameter parameter : request.query()) {
            if (parameter.name().equals("bodySHA256")) {
                return MessageDigest.isEqual(
                        parameter.value().getBytes(StandardCharsets.UTF_8), actual);
            }
        }
        return false;
    }

    private static byte[] sign(String key, byte[] url, byte[] parameters) {
        try {
            // a copy of one that is ready costs a quarter of one that has to be looked up
            Mac mac = (Mac) READY.computeIfAbsent(key, TwilioSignature::ready).clone();
            mac.update(url);
            return Base64.getEncoder().encode(mac.doFinal(parameters));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own HmacSHA1 can be copied", e);
        }
    }

    private static Mac ready(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA1", e);
        }
    }

    /** The URL without its query, which may hold telephone numbers. */
    private static String place(RawRequest request) {
        int query = request.url().indexOf('?');
        return query < 0 ? request.url() : request.url().substring(0, query);
    }
}
