package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.start.Meanwhile;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;
import com.voicesurvey.telephony.ingest.config.SpoolSettings;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.spool.Spool;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Where call events are kept.
 *
 * <h2>Failure semantics</h2>
 *
 * {@link PublishResult.Durable} means that every in-sync replica has the record, or, while Kafka
 * does not answer, that it is synced to this instance's disk and will be sent. {@link
 * PublishResult.Unavailable} means that this is not known: the record may still get there, or be
 * there already. Either way the same event can be on the topic twice; consumers know the event by
 * its key. Records of one call that this instance took keep the order in which they were durable,
 * as long as Kafka takes what it is given. Nobody waits inside: what is returned is completed
 * within seconds, never with an exception, on a thread that is not to be held up.
 */
public interface EventPublisher extends AutoCloseable {
    /** Puts an event on {@code call-events}. */
    CompletableFuture<PublishResult> publish(ParsedCallback.Event event);

    /** Puts a report whose status is not known on {@code call-events-dlq}, with the reason. */
    CompletableFuture<PublishResult> quarantine(ParsedCallback.UnknownStatus report);

    /** Where an event would be kept now; asks the broker. */
    Keeping keeping();

    /** Waits until what was handed over is settled, at most the produce budget. */
    @Override
    void close();

    /**
     * Starts at once, whether a broker answers or not.
     *
     * @throws com.voicesurvey.telephony.ingest.spool.SpoolUnusableException if the spool's folder
     *     cannot be used
     */
    static EventPublisher start(
            KafkaSettings kafka, SpoolSettings spool, IngestMetrics metrics, Clock clock) {
        var sender =
                Meanwhile.make(
                        "kafka",
                        () -> new KafkaSender(kafka, Duration.ofSeconds(2)),
                        KafkaSender::close);
        try {
            Spool opened = Spool.open(spool, clock);
            try {
                EventPublisher publisher =
                        new KeepingPublisher(sender.get(), opened, metrics, clock);
                metrics.watchSpoolLimit(spool.maxBytes());
                return publisher;
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (RuntimeException e) {
            sender.close();
            throw e;
        }
    }
}
