package com.voicesurvey.telephony.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProviderErrorTest {
    @Test
    void the_message_may_be_absent_empty_or_of_several_lines() {
        assertThat(new ProviderError("13224", null).message()).isNull();
        assertThat(new ProviderError("13224", "").message()).isEmpty();
        assertThat(new ProviderError("13224", "a\nb").message()).isEqualTo("a\nb");
    }

    @Test
    void the_message_holds_no_nul_which_the_database_cannot_store() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProviderError("13224", "a\0b"))
                .withMessage("error_message contains NUL");
    }

    @Test
    void the_code_is_bounded_by_its_column() {
        assertThat(new ProviderError("x".repeat(100), null).code()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProviderError("x".repeat(101), null))
                .withMessage("error_code is longer than 100 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProviderError("", null))
                .withMessage("error_code is empty");
    }
}
