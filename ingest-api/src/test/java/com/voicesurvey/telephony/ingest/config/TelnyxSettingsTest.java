package com.voicesurvey.telephony.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;

class TelnyxSettingsTest {
    /** The public keys of RFC 8032, section 7.1, tests 1 and 2. */
    private static final String KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final String NEXT = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";

    @Test
    void without_a_key_there_is_no_Telnyx() {
        assertThat(settings().publicKeys()).isEmpty();
        assertThat(settings().replayWindow()).hasMinutes(5);
    }

    @Test
    void a_rotation_takes_several_keys() {
        assertThat(settings("TELNYX_PUBLIC_KEY", NEXT + ", " + KEY).publicKeys())
                .containsExactly(NEXT, KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no Base64!", "c2hvcnQ=", "{}"})
    void what_is_no_key_is_a_problem(String key) {
        assertThatThrownBy(() -> settings("TELNYX_PUBLIC_KEY", key))
                .hasMessageContaining("TELNYX_PUBLIC_KEY is no public key of Telnyx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "25h", "soon"})
    void a_window_that_is_none_is_a_problem(String window) {
        assertThatThrownBy(() -> settings("TELNYX_REPLAY_WINDOW", window))
                .hasMessageContaining("TELNYX_REPLAY_WINDOW is " + window);
    }

    private static TelnyxSettings settings(String... variables) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TWILIO_AUTH_TOKEN", "token");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return IngestConfig.of(environment).telnyx();
    }
}
