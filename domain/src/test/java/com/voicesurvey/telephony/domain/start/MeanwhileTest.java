package com.voicesurvey.telephony.domain.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class MeanwhileTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void is_made_while_its_user_does_something_else() {
        CountDownLatch asked = new CountDownLatch(1);
        Meanwhile<String> thing =
                Meanwhile.make("test", () -> awaited(asked) ? "made" : "", closed::add);
        asked.countDown();
        assertThat(thing.get()).isEqualTo("made");
        thing.close();
        assertThat(closed).containsExactly("made");
    }

    @Test
    void its_user_gets_the_very_exception_and_there_is_nothing_to_close() {
        IllegalStateException failure = new IllegalStateException("taken");
        Meanwhile<String> thing =
                Meanwhile.make(
                        "test",
                        () -> {
                            throw failure;
                        },
                        closed::add);
        assertThatThrownBy(thing::get).isSameAs(failure);
        thing.close();
        assertThat(closed).isEmpty();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
