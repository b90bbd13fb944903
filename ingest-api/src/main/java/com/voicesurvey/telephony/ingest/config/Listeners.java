package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.BearerTokens;
import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

/**
 * Where the service listens, and who may ask on the admin port.
 *
 * @param port webhooks, 0 for a free port
 * @param adminPort health and metrics, 0 for a free port
 * @param adminTokens what opens the admin port, health excepted
 */
public record Listeners(
        String host, int port, String adminHost, int adminPort, BearerTokens adminTokens) {
    static Listeners read(Environment environment, Values values) {
        return new Listeners(
                values.required(Variable.HTTP_HOST),
                values.number(Variable.HTTP_PORT, 0, 65_535),
                values.required(Variable.ADMIN_HOST),
                values.number(Variable.ADMIN_PORT, 0, 65_535),
                BearerTokens.read(environment, values, Variable.ADMIN_HOST, Variable.ADMIN_TOKEN));
    }

    @Override
    public String toString() {
        return RecordText.of(this, host, port, adminHost, adminPort, adminTokens);
    }
}
