package com.voicesurvey.telephony.local.demo;

import com.voicesurvey.telephony.local.simulate.NewCall;
import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A callback as a command for a shell.
 *
 * @param base where webhooks are taken
 * @param publicBase what Twilio signs instead
 * @param fields of letters, digits and dashes only
 * @param signer null for an unsigned one
 */
record Curl(
        String base,
        String publicBase,
        NewCall call,
        List<FormField> fields,
        @Nullable TwilioSigner signer) {

    Curl signedBy(TwilioSigner other) {
        return new Curl(base, publicBase, call, fields, other);
    }

    /** Several lines, to be pasted as they are; the answer ends with a line break. */
    String command() {
        String form =
                fields.stream()
                        .map(field -> "-d " + field.name() + "=" + field.value())
                        .collect(Collectors.joining(" "));
        String signature =
                signer == null
                        ? ""
                        : " \\%n      -H '%s: %s'"
                                .formatted(
                                        TwilioSigner.HEADER,
                                        signer.sign(publicBase + call.callbackPath(), fields));
        return "curl -sS -w '\\n' '%s%s' \\%n      %s%s"
                .formatted(base, call.callbackPath(), form, signature);
    }
}
