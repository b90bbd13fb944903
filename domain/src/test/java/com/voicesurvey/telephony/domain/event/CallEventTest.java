package com.voicesurvey.telephony.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

class CallEventTest {
    private static final ProviderError ERROR = new ProviderError("13224", "invalid number");

    @ParameterizedTest
    @EnumSource
    void an_event_is_of_the_type_that_it_was_made_of(EventType type) {
        CallEvent event = Report.of(type).lasting(Duration.ofSeconds(13)).error(ERROR).event();

        assertThat(event.type()).isEqualTo(type);
        if (event instanceof CallEvent.Terminal end) {
            assertThat(end.duration()).isEqualTo(Duration.ofSeconds(13));
            assertThat(end.error()).isEqualTo(ERROR);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "NO_ANSWER", "BUSY", "FAILED", "CANCELED"})
    void an_end_lasted_whole_seconds_that_its_column_holds(EventType type) {
        Report report = Report.of(type);

        assertThatCode(() -> report.lasting(null).event()).doesNotThrowAnyException();
        assertThatCode(() -> report.lasting(Duration.ZERO).event()).doesNotThrowAnyException();
        assertThatCode(() -> report.lasting(Duration.ofSeconds(2147483647L)).event())
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.lasting(Duration.ofSeconds(-1)).event())
                .withMessage("duration is negative: PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.lasting(Duration.ofMillis(1500)).event())
                .withMessage("duration is not in whole seconds: PT1.5S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.lasting(Duration.ofSeconds(2147483648L)).event())
                .withMessage("duration is longer than 2147483647 seconds");
    }
}
