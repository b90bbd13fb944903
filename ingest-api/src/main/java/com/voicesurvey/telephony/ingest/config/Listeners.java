package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Values;

/**
 * Where the service listens.
 *
 * @param port webhooks, 0 for a free port
 * @param adminPort health and metrics, 0 for a free port
 */
public record Listeners(String host, int port, String adminHost, int adminPort) {
    static Listeners read(Values values) {
        return new Listeners(
                values.required(Variable.HTTP_HOST),
                values.number(Variable.HTTP_PORT, 0, 65_535),
                values.required(Variable.ADMIN_HOST),
                values.number(Variable.ADMIN_PORT, 0, 65_535));
    }
}
