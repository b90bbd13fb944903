package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.domain.settings.Values;

import java.util.Map;
import java.util.Objects;

/**
 * What it takes to place calls.
 *
 * @param publicBaseUrl scheme, host and any path prefix under which Twilio reaches ingest-api
 */
public record OutboundSettings(TwilioSettings twilio, String publicBaseUrl) {
    /**
     * Reads Twilio's variables and PUBLIC_BASE_URL; the rest is not looked at.
     *
     * @throws InvalidConfigException naming every problem at once
     */
    public static OutboundSettings of(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        TwilioSettings twilio = TwilioSettings.read(environment, new Values(environment), false);
        String base = PublicBaseUrl.read(environment);
        if (twilio.currentTokens().isEmpty()) {
            environment.problem(
                    "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are needed: both are on the front page"
                            + " of Twilio's console");
        }
        if (environment.text(Variable.PUBLIC_BASE_URL) == null) {
            environment.problem(
                    "PUBLIC_BASE_URL is not set: give the address, such as a tunnel's, under which"
                            + " Twilio reaches ingest-api");
        }
        environment.check();
        return new OutboundSettings(twilio, Objects.requireNonNullElse(base, ""));
    }
}
