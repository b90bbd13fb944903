package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;
import com.voicesurvey.telephony.ingest.telnyx.TelnyxKeys;

import java.time.Duration;
import java.util.List;

/**
 * Telnyx's public keys and how old its requests may be; without a key there is no route for it.
 *
 * @param publicKeys Base64, the current one first
 */
public record TelnyxSettings(List<String> publicKeys, Duration replayWindow) {
    public TelnyxSettings {
        publicKeys = List.copyOf(publicKeys);
    }

    static TelnyxSettings read(Environment environment, Values values) {
        List<String> keys = values.list(Variable.TELNYX_PUBLIC_KEY);
        for (String key : keys) {
            try {
                TelnyxKeys.decode(key);
            } catch (IllegalArgumentException e) {
                environment.problem(
                        "TELNYX_PUBLIC_KEY is no public key of Telnyx: " + e.getMessage());
            }
        }
        return new TelnyxSettings(
                keys,
                values.duration(
                        Variable.TELNYX_REPLAY_WINDOW,
                        Duration.ofSeconds(1),
                        Duration.ofHours(24)));
    }

    @Override
    public String toString() {
        return RecordText.of(this, publicKeys, replayWindow);
    }
}
