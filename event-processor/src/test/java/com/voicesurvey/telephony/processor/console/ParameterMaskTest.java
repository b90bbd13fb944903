package com.voicesurvey.telephony.processor.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.Parameter;

import org.junit.jupiter.api.Test;

import java.util.List;

class ParameterMaskTest {
    @Test
    void whoever_was_called_or_calls_is_masked_whatever_the_form() {
        for (String name :
                List.of("From", "To", "Caller", "Called", "ForwardedFrom", "payload.to", "from")) {
            for (String value : List.of("+15550100002", "15550100002", "client:anna", "sip:a@b")) {
                assertThat(shown(name, value)).as(name).isEqualTo("+***");
            }
        }
    }

    @Test
    void numbers_elsewhere_are_masked_and_the_rest_stays() {
        assertThat(shown("ErrorMessage", "no route to +1 555 010 0002"))
                .isEqualTo("no route to +***");
        assertThat(shown("StirPassport", "15550100002")).isEqualTo("+***");
        assertThat(shown("Url", "/x?To=%2B15550100002&a=b")).isEqualTo("/x?To=+***&a=b");
        assertThat(shown("ApiVersion", "2010-04-01")).isEqualTo("2010-04-01");
        assertThat(shown("CallDuration", "42")).isEqualTo("42");
        assertThat(shown("CallSid", "CA00000000000000000000000000000001"))
                .isEqualTo("CA00000000000000000000000000000001");
        assertThat(shown("To", "")).isEmpty();
    }

    private static String shown(String name, String value) {
        return ParameterMask.masked(List.of(new Parameter(name, value))).getFirst().value();
    }
}
