package com.voicesurvey.telephony.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.UUID;

class IdsTest {
    @Test
    void a_call_id_is_any_text_of_up_to_255_characters() {
        assertThat(new CallId("test-call-123").value()).isEqualTo("test-call-123");
        assertThat(new CallId("ü/ß 😀").value()).isEqualTo("ü/ß 😀");
        assertThat(new CallId("x".repeat(255)).value()).hasSize(255);
    }

    @Test
    void a_call_id_names_itself_when_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallId(" "))
                .withMessage("call_id is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallId("x".repeat(256)))
                .withMessageContaining("call_id is longer than 255");
    }

    @Test
    void a_provider_call_id_names_itself_when_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProviderCallId("CA\n1"))
                .withMessageStartingWith("provider_call_id");
    }

    @Test
    void call_ids_sort_by_their_text() {
        assertThat(new CallId("a")).isLessThan(new CallId("b"));
        assertThat(new CallId("a")).isEqualByComparingTo(new CallId("a"));
    }

    @Test
    void every_id_prints_as_its_value() {
        UUID uuid = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
        assertThat(new CallId("c")).hasToString("c");
        assertThat(new ProviderCallId("CA1")).hasToString("CA1");
        assertThat(new CampaignId(uuid)).hasToString(uuid.toString());
        assertThat(new ContactId(uuid)).hasToString(uuid.toString());
        assertThat(new CallAttemptId(uuid)).hasToString(uuid.toString());
    }
}
