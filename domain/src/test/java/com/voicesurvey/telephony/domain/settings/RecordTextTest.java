package com.voicesurvey.telephony.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class RecordTextTest {
    private record Text(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private record Thing(int number, @Nullable String name, List<Duration> times, Text inner) {
        Text text() {
            return new Text(RecordText.of(this, number, name, times, inner));
        }
    }

    private record Empty() {}

    @Test
    void is_what_the_record_says_of_itself() {
        Thing thing =
                new Thing(-1, null, List.of(Duration.ofSeconds(3)), new Text("Inner[a=1, b=]"));
        assertThat(thing.text()).hasToString(thing.toString());
        assertThat(RecordText.of(new Empty())).isEqualTo(new Empty().toString());
    }

    @Test
    void wants_a_value_for_each_component() {
        assertThatThrownBy(() -> RecordText.of(new Text("t")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Text has 1 components");
    }
}
