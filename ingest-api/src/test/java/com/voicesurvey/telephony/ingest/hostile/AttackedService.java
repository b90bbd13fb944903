package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.ingest.TestService;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A running service under attack, and what has to hold of it. */
final class AttackedService implements AutoCloseable {
    private static final Duration IN_TIME = Duration.ofSeconds(10);

    final TestService service;
    private final LoggedLines logged = new LoggedLines();
    private final AtomicInteger genuine = new AtomicInteger();

    AttackedService(String... variables) {
        service = new TestService(variables);
    }

    int port() {
        return service.api.port();
    }

    /**
     * Answers nothing but 4xx or closes the connection, takes nothing in, and has a callback beside
     * it answered in time.
     */
    String assertRefuses(String request) throws Exception {
        int before = service.publisher.events().size();
        String answer = Exchange.of(port(), request);
        assertThat(Exchange.statuses(answer))
                .as(answer)
                .allMatch(status -> status >= 400 && status < 500)
                .hasSizeLessThanOrEqualTo(2);
        assertThat(service.publisher.events()).hasSize(before);
        assertAnswersInTime();
        return answer;
    }

    void assertAnswersInTime() throws Exception {
        long start = System.nanoTime();
        RawCallback callback = RawCallback.ofCall("genuine-" + genuine.incrementAndGet());
        String answer = Exchange.of(port(), callback.text());
        assertThat(Exchange.statuses(answer)).as(answer).containsExactly(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
    }

    /** The calls whose events were taken in. */
    List<String> calls() {
        return service.publisher.events().stream()
                .map(event -> event.event().header().callId().value())
                .toList();
    }

    /** Nothing that a stranger sends is an error of ours. */
    @Override
    public void close() {
        service.close();
        logged.close();
        assertThat(logged.errors()).isEmpty();
    }
}
