package com.voicesurvey.telephony.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class BearerTokensTest {
    private static final String CURRENT = "planted-token-current";
    private static final String FORMER = "planted-token-former";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.0.9", "::1", "localhost"})
    void what_only_this_machine_reaches_needs_no_token(String host) {
        assertThat(read(Map.of("HOST", host)).admit(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "ops.example", "localhost.example"})
    void what_others_reach_needs_one_and_the_message_says_what_to_set(String host) {
        assertThatThrownBy(() -> read(Map.of("HOST", host)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContainingAll("HOST is " + host, "TOKEN_FILE", "openssl rand -hex 32");
        assertThat(read(Map.of("HOST", host, "TOKEN", CURRENT)).admit(null)).isFalse();
    }

    @Test
    void a_token_is_asked_for_on_loopback_too_once_it_is_set() {
        assertThat(read(Map.of("TOKEN", CURRENT)).admit(null)).isFalse();
    }

    @Test
    void each_of_the_tokens_opens_and_nothing_else_does() {
        BearerTokens tokens = read(Map.of("TOKEN", CURRENT + ", " + FORMER));
        assertThat(tokens.admit("Bearer " + CURRENT)).isTrue();
        assertThat(tokens.admit("bearer " + FORMER)).isTrue();
        for (String wrong :
                new String[] {
                    "",
                    "Bearer",
                    "Bearer ",
                    CURRENT,
                    "Basic " + CURRENT,
                    "Bearer " + CURRENT + "x",
                    "Bearer " + CURRENT.substring(1),
                    "Bearer " + CURRENT + "," + FORMER
                }) {
            assertThat(tokens.admit(wrong)).as(wrong).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"guess-me", "planted token with blanks", "planted-token-\u00e4\u00f6\u00fc"})
    void a_token_that_can_be_guessed_or_not_be_sent_is_refused_and_not_shown(String token) {
        assertThatThrownBy(() -> read(Map.of("TOKEN", token)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("TOKEN holds a token")
                .hasMessageNotContaining(token);
    }

    @Test
    void they_are_not_shown() {
        assertThat(read(Map.of("TOKEN", CURRENT)).toString()).doesNotContain("planted");
    }

    private static BearerTokens read(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        BearerTokens tokens =
                BearerTokens.read(
                        environment, new Values(environment), TestSetting.HOST, TestSetting.TOKEN);
        environment.check();
        return tokens;
    }

    private enum TestSetting implements Setting {
        HOST("127.0.0.1"),
        TOKEN(null);

        private final @Nullable String defaultValue;

        TestSetting(@Nullable String defaultValue) {
            this.defaultValue = defaultValue;
        }

        @Override
        public @Nullable String defaultValue() {
            return defaultValue;
        }

        @Override
        public String meaning() {
            return "for this test";
        }
    }
}
