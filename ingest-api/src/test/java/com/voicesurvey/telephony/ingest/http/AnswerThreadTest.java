package com.voicesurvey.telephony.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

class AnswerThreadTest {
    private final AnswerThread answers = AnswerThread.start();
    private final Queue<Object> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        answers.close();
    }

    @Test
    void what_is_asked_for_is_done_in_order_and_all_of_it_before_it_ends() {
        List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
        numbers.forEach(number -> answers.execute(() -> done.add(number)));
        answers.close();
        assertThat(done).containsExactlyElementsOf(numbers);
    }

    @Test
    void a_fault_ends_one_answer_and_not_the_others() {
        answers.execute(
                () -> {
                    throw new IllegalStateException("bug");
                });
        answers.execute(() -> done.add("next"));
        await().until(() -> done.contains("next"));
    }

    @Test
    void it_keeps_what_it_asks_for_itself_and_gives_others_what_they_ask_for() {
        Executor executor =
                answers.before(
                        task -> {
                            done.add("others");
                            task.run();
                        });
        answers.execute(() -> executor.execute(() -> done.add(Thread.currentThread().getName())));
        await().until(() -> done.contains("answers"));
        assertThat(done).containsExactly("answers");

        executor.execute(() -> done.add(Thread.currentThread().getName()));
        assertThat(done).containsExactly("answers", "others", Thread.currentThread().getName());
    }
}
