package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.spool.Append;
import com.voicesurvey.telephony.ingest.spool.Spool;
import com.voicesurvey.telephony.ingest.spool.SpoolLevel;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * Kafka, and the spool while Kafka does not answer.
 *
 * <p>The spool is the breaker: while anything waits in it, new events go there straight, behind
 * what waits, and so nobody waits for a broker that is gone and no event overtakes another. Once it
 * is empty, they go to Kafka directly again.
 */
final class KeepingPublisher implements EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(KeepingPublisher.class);
    private static final CompletableFuture<PublishResult> DURABLE =
            CompletableFuture.completedFuture(new PublishResult.Durable());

    private final KafkaSender kafka;
    private final Spool spool;
    private final SpoolDrain drain;
    private final IngestMetrics metrics;
    private final Clock clock;

    KeepingPublisher(KafkaSender kafka, Spool spool, IngestMetrics metrics, Clock clock) {
        this.kafka = kafka;
        this.spool = spool;
        this.metrics = metrics;
        this.clock = clock;
        this.drain = SpoolDrain.start(kafka, spool, metrics);
        metrics.watchSpool(spool::level, clock);
    }

    @Override
    public CompletableFuture<PublishResult> publish(ParsedCallback.Event event) {
        return keep(CallEventRecords.event(event));
    }

    @Override
    public CompletableFuture<PublishResult> quarantine(ParsedCallback.UnknownStatus report) {
        return keep(CallEventRecords.deadLetter(report, clock.instant()));
    }

    @Override
    public Keeping keeping() {
        SpoolLevel level = spool.level();
        return Keeping.of(kafka.reachability(), level.records(), level.problem());
    }

    @Override
    public void close() {
        drain.close();
        kafka.close();
        spool.close();
    }

    private CompletableFuture<PublishResult> keep(ProducerRecord<byte[], byte[]> record) {
        return spool.isEmpty() ? direct(record) : spooled(record);
    }

    private CompletableFuture<PublishResult> direct(ProducerRecord<byte[], byte[]> record) {
        long start = System.nanoTime();
        return kafka.send(record)
                .thenCompose(
                        result -> {
                            metrics.produced(
                                    result instanceof SendResult.Acknowledged,
                                    System.nanoTime() - start);
                            return answered(record, result);
                        });
    }

    private CompletableFuture<PublishResult> answered(
            ProducerRecord<byte[], byte[]> record, SendResult result) {
        return switch (result) {
            case SendResult.Acknowledged() -> DURABLE;
            case SendResult.Refused(String detail) ->
                    CompletableFuture.completedFuture(new PublishResult.Unavailable(detail));
            case SendResult.Unanswered(String detail) -> {
                if (spool.isEmpty()) {
                    LOG.warn("Kafka does not answer, events go to the spool: {}", detail);
                }
                yield spooled(record);
            }
        };
    }

    private CompletableFuture<PublishResult> spooled(ProducerRecord<byte[], byte[]> record) {
        return spool.append(SpooledRecords.encode(record)).thenApply(this::appended);
    }

    private PublishResult appended(Append result) {
        return switch (result) {
            case Append.Stored() -> {
                metrics.spooled();
                yield new PublishResult.Durable();
            }
            case Append.NotStored(String detail) ->
                    new PublishResult.Unavailable(
                            "Kafka does not answer, and the spool does not take it: " + detail);
        };
    }
}
