package com.voicesurvey.telephony.domain.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"+15550100002", "%2B15550100002", "+1 (555) 010-0002", "+39 06.698.12345"})
    void a_number_is_masked_wherever_it_stands(String number) {
        assertThat(PhoneNumbers.masked("Failing row contains (" + number + ", x)"))
                .isEqualTo("Failing row contains (+***, x)");
    }

    @Test
    void times_offsets_and_ids_stay() {
        String text = "2026-02-12T11:48:25+00:00 offset 123456789 call CA0123456789 a+1";
        assertThat(PhoneNumbers.masked(text)).isEqualTo(text);
    }
}
