package com.voicesurvey.telephony.processor.config;

import com.voicesurvey.telephony.domain.settings.BearerTokens;
import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

/**
 * Where the operators' port is, and who may ask there.
 *
 * @param port 0 for a free one
 * @param tokens what opens it, health excepted
 */
public record OpsSettings(String host, int port, BearerTokens tokens) {
    static OpsSettings read(Environment environment, Values values) {
        return new OpsSettings(
                values.required(Variable.OPS_HOST),
                values.number(Variable.OPS_PORT, 0, 65_535),
                BearerTokens.read(environment, values, Variable.OPS_HOST, Variable.OPS_TOKEN));
    }

    @Override
    public String toString() {
        return RecordText.of(this, host, port, tokens);
    }
}
