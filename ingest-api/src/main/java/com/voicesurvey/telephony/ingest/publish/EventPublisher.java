package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import java.time.Clock;
import java.time.Duration;

/**
 * Where call events are kept.
 *
 * <h2>Failure semantics</h2>
 *
 * {@link PublishResult.Durable} means that every in-sync replica has the record. {@link
 * PublishResult.Unavailable} means that this is not known: the record may still get there, or be
 * there already, so that a repetition can put the same event on the topic twice; consumers know the
 * event by its key. Records of one call keep the order in which they were durable. No method throws
 * for a broker that is away, and each returns within the produce budget.
 */
public interface EventPublisher extends AutoCloseable {
    /** Puts an event on {@code call-events}. */
    PublishResult publish(ParsedCallback.Event event);

    /** Puts a report whose status is not known on {@code call-events-dlq}, with the reason. */
    PublishResult quarantine(ParsedCallback.UnknownStatus report);

    /** Whether an event could be kept now; asks the broker. */
    Reachability reachability();

    /** Waits until what was handed over is settled, at most the produce budget. */
    @Override
    void close();

    /** Starts at once, whether a broker answers or not. */
    static EventPublisher kafka(KafkaSettings settings, Clock clock) {
        return new KafkaEventPublisher(settings, clock, Duration.ofSeconds(2));
    }
}
