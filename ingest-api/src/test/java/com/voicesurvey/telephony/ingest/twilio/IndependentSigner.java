package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.util.List;

/** The simulated Twilio's signer, which shares no code with the verifier. */
final class IndependentSigner {
    private IndependentSigner() {}

    static String sign(String token, String url, List<Parameter> form) {
        return new TwilioSigner(token)
                .sign(url, form.stream().map(p -> new FormField(p.name(), p.value())).toList());
    }
}
