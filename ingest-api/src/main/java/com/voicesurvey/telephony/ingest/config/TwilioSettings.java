package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.Values;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The Twilio account and the tokens that its requests may be signed with, the current one first.
 */
public record TwilioSettings(@Nullable String accountSid, List<String> authTokens) {
    public TwilioSettings {
        authTokens = List.copyOf(authTokens);
    }

    static TwilioSettings read(Environment environment, Values values, boolean needsToken) {
        List<String> tokens = values.list(Variable.TWILIO_AUTH_TOKEN);
        if (tokens.isEmpty() && needsToken) {
            environment.problem(
                    "TWILIO_AUTH_TOKEN is not set: give the account's auth token"
                            + " (TWILIO_AUTH_TOKEN_FILE for a mounted secret), or set"
                            + " APP_ENV=development to take unsigned requests on your own machine");
        }
        return new TwilioSettings(environment.text(Variable.TWILIO_ACCOUNT_SID), tokens);
    }

    @Override
    public String toString() {
        return "TwilioSettings[accountSid=" + accountSid + ", " + authTokens.size() + " tokens]";
    }
}
