package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.store.Outbox;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operators are warned by, with one of each to be counted. */
class MetricsIT extends PipelineTest {
    @Test
    void what_waits_what_is_late_and_what_was_asked_is_told() {
        Instant now = Instant.now();
        TestCall answered = pipeline.seeds.call();
        pipeline.seeds.dialled("silent", now.minus(Duration.ofHours(1)));
        pipeline.seeds.dialled("young", now);
        givenUp(pipeline.seeds.dialled("given up", now.minus(Duration.ofDays(9))));
        givenUp(pipeline.seeds.dialled("over by now", now.minus(Duration.ofDays(9))));
        pipeline.sql.execute(
                "update call_attempts set ended_at = now() where call_id = 'over by now'");
        addMessage();
        pipeline.produce(earlier(answered).answered(), TestCall.of("without an attempt").ringing());

        pipeline.sql.transaction(
                tx -> {
                    // a message that is locked is passed over by the relay
                    tx.dsl().execute("select from outbox for update");
                    assertMetrics(pipeline.startProcessor());
                });
    }

    private void assertMetrics(EventProcessor processor) throws Exception {
        await().atMost(Pipeline.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(metrics(processor))
                                        .contains("telephony_ready 1.0")
                                        .containsPattern(
                                                "telephony_build_info\\{version=\"[^\"]+\"} 1")
                                        .contains("telephony_dialogue_start_seconds_count 1")
                                        .contains("telephony_overdue_requests_total 1.0")
                                        .contains("telephony_overdue_calls{state=\"asking\"} 1.0")
                                        .contains("telephony_overdue_calls{state=\"given_up\"} 1.0")
                                        .contains("telephony_parked 1.0")
                                        .contains("telephony_outbox_unsent 1.0")
                                        .contains(
                                                "telephony_dead_letters_total{reason=\"unreadable\"} 0.0"));
        String metrics = metrics(processor);
        assertThat(value(metrics, "telephony_outbox_oldest_seconds")).isBetween(60.0, 600.0);
        assertThat(value(metrics, "telephony_parked_oldest_seconds")).isBetween(0.001, 600.0);
        assertThat(value(metrics, "telephony_dialogue_start_seconds_sum")).isBetween(26.0, 90.0);
    }

    /** The same call half a minute ago, whose callback is received 2 s into it. */
    private static TestCall earlier(TestCall call) {
        return new TestCall(
                call.id(),
                call.campaign(),
                call.contact(),
                call.leg(),
                call.start().minusSeconds(30));
    }

    private void givenUp(TestCall call) {
        pipeline.sql.execute(
                "update overdue_calls set requests = 8, next_request_at = null where call_id = '"
                        + call.id()
                        + "'");
    }

    private void addMessage() {
        pipeline.database()
                .transaction(
                        tx -> {
                            Outbox.add(
                                    tx,
                                    List.of(
                                            new OutboxMessage(
                                                    Topics.DEAD_LETTERS,
                                                    new byte[] {1},
                                                    new byte[] {1},
                                                    List.of(MessageHeader.text("ce_id", "1")))));
                            return tx.execute(
                                    "update outbox set created_at = now() - interval '1 minute'");
                        });
    }

    private static double value(String metrics, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics);
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private static String metrics(EventProcessor processor)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + processor.opsPort() + "/metrics");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
