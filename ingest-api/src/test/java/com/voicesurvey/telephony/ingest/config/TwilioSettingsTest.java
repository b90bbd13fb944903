package com.voicesurvey.telephony.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class TwilioSettingsTest {
    @Test
    void further_accounts_have_tokens_of_their_own_several_in_a_rotation() {
        TwilioSettings settings = settings("ACone=a, ACtwo = b ,ACone=c,");
        assertThat(settings.tokensOf("ACone")).containsExactly("a", "c");
        assertThat(settings.tokensOf("ACtwo")).containsExactly("b");
        assertThat(settings.tokensOf("ACmain")).containsExactly("token");
    }

    @Test
    void an_account_that_is_not_named_has_no_token() {
        assertThat(settings("ACone=a").tokensOf("ACother")).isEmpty();
        assertThat(settings("").tokensOf("ACother")).isEmpty();
    }

    @Test
    void while_no_account_is_named_the_token_is_that_of_any() {
        Map<String, String> environment = minimal();
        environment.remove("TWILIO_ACCOUNT_SID");
        assertThat(IngestConfig.of(environment).twilio().tokensOf("ACother"))
                .containsExactly("token");
    }

    @Test
    void calls_are_placed_with_the_main_account_and_looked_up_with_each_current_token() {
        assertThat(settings("ACtwo=b,ACtwo=older").currentTokens())
                .containsExactly(Map.entry("ACmain", "token"), Map.entry("ACtwo", "b"));
    }

    @Test
    void without_an_account_nobody_can_be_asked_about_calls() {
        Map<String, String> environment = minimal();
        environment.remove("TWILIO_ACCOUNT_SID");
        assertThat(IngestConfig.of(environment).twilio().currentTokens()).isEmpty();
    }

    @Test
    void a_token_may_hold_an_equals_sign() {
        assertThat(settings("ACone=a=b==").tokensOf("ACone")).containsExactly("a=b==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t",
                "=s3cr3t",
                "ACone=",
                "ACone= ,ACtwo=s3cr3t",
                "s3cr3t=ACone",
                "ACone=x,s3cr3t"
            })
    void accounts_that_cannot_be_read_are_a_problem_that_shows_nothing_of_them(String accounts) {
        assertThatThrownBy(() -> settings(accounts))
                .hasMessageContaining("TWILIO_ACCOUNTS cannot be read")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void it_has_to_be_known_whose_the_main_token_is() {
        Map<String, String> environment = minimal();
        environment.remove("TWILIO_ACCOUNT_SID");
        environment.put("TWILIO_ACCOUNTS", "ACone=s3cr3t");
        assertThatThrownBy(() -> IngestConfig.of(environment))
                .hasMessageContaining("TWILIO_ACCOUNT_SID is not set")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> settings("ACmain=s3cr3t"))
                .hasMessageContaining("TWILIO_ACCOUNTS names the account of TWILIO_ACCOUNT_SID")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void accounts_may_come_from_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("accounts"), "ACone=a,ACtwo=b\n");
        Map<String, String> environment = minimal();
        environment.put("TWILIO_ACCOUNTS_FILE", file.toString());
        assertThat(IngestConfig.of(environment).twilio().accounts())
                .containsOnlyKeys("ACone", "ACtwo");
    }

    @Test
    void no_token_shows_in_the_text_that_is_logged() {
        Map<String, String> environment = minimal();
        environment.put("TWILIO_AUTH_TOKEN", "s3cr3t");
        environment.put("TWILIO_ACCOUNTS", "ACone=s3cr3t,ACtwo=s3cr3t2");
        assertThat(IngestConfig.of(environment).toString())
                .doesNotContain("s3cr3t")
                .contains("ACmain", "ACone", "ACtwo");
    }

    private static TwilioSettings settings(String accounts) {
        Map<String, String> environment = minimal();
        environment.put("TWILIO_ACCOUNTS", accounts);
        return IngestConfig.of(environment).twilio();
    }

    private static Map<String, String> minimal() {
        return new HashMap<>(
                Map.of(
                        "TWILIO_ACCOUNT_SID", "ACmain",
                        "TWILIO_AUTH_TOKEN", "token",
                        "KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"));
    }
}
