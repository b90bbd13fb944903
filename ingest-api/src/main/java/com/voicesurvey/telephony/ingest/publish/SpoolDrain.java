package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.spool.Spool;
import com.voicesurvey.telephony.ingest.spool.Spooled;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings what waits in the spool to Kafka, oldest first.
 *
 * <h2>Failure semantics</h2>
 *
 * A record leaves the spool only once Kafka has acknowledged it. After a failure one record alone
 * asks whether Kafka is back, with growing pauses up to five seconds. A record that Kafka refuses
 * for itself is set aside, so that it holds up nothing behind it.
 */
final class SpoolDrain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
    private static final int AT_ONCE = 500;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int FAILURES_BEFORE_A_NEW_PRODUCER = 10;

    private final KafkaSender kafka;
    private final Spool spool;
    private final IngestMetrics metrics;
    private final Thread thread;
    private int failures;

    private SpoolDrain(KafkaSender kafka, Spool spool, IngestMetrics metrics) {
        this.kafka = kafka;
        this.spool = spool;
        this.metrics = metrics;
        this.thread = Thread.ofVirtual().name("spool-drain").unstarted(this::work);
    }

    static SpoolDrain start(KafkaSender kafka, Spool spool, IngestMetrics metrics) {
        SpoolDrain drain = new SpoolDrain(kafka, spool, metrics);
        drain.thread.start();
        return drain;
    }

    /** What is under way may still be sent; it stays in the spool. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                spool.awaitRecord();
                try {
                    round();
                } catch (RuntimeException e) {
                    LOG.error("draining the spool failed and is tried again", e);
                    pauseAfterFailure();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the spool is not drained any more: the service stops");
        }
    }

    private void round() throws InterruptedException {
        List<Spooled> waiting = spool.oldest(failures == 0 ? AT_ONCE : 1);
        boolean kafkaAnswers = deliver(decoded(waiting));
        if (!waiting.isEmpty() && kafkaAnswers) {
            if (failures > 0) {
                LOG.info("Kafka answers again: {} records wait in the spool", records());
            }
            failures = 0;
            if (spool.isEmpty()) {
                LOG.info("the spool is empty: events go to Kafka directly");
            }
        } else {
            pauseAfterFailure();
            if (failures % FAILURES_BEFORE_A_NEW_PRODUCER == 0 || !kafka.isProven()) {
                kafka.renew();
            }
        }
    }

    /** Whether Kafka answered to each. */
    private boolean deliver(List<Decoded> waiting) throws InterruptedException {
        List<SendResult> results = kafka.sendAll(waiting.stream().map(Decoded::record).toList());
        List<Spooled> delivered = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Spooled spooled = waiting.get(i).spooled();
            switch (results.get(i)) {
                case SendResult.Acknowledged() -> delivered.add(spooled);
                case SendResult.Refused(String detail) -> {
                    forget(delivered);
                    LOG.error("Kafka refuses record {} of the spool: {}", spooled.id(), detail);
                    spool.setAside(spooled, detail);
                }
                case SendResult.Unanswered(String detail) -> {
                    forget(delivered);
                    LOG.info("{} records wait in the spool: {}", records(), detail);
                    return false;
                }
            }
        }
        forget(delivered);
        return true;
    }

    private void forget(List<Spooled> delivered) throws InterruptedException {
        spool.delivered(delivered);
        metrics.drained(delivered.size());
        delivered.clear();
    }

    private record Decoded(Spooled spooled, ProducerRecord<byte[], byte[]> record) {}

    private List<Decoded> decoded(List<Spooled> waiting) throws InterruptedException {
        List<Decoded> decoded = new ArrayList<>(waiting.size());
        for (Spooled spooled : waiting) {
            try {
                decoded.add(new Decoded(spooled, SpooledRecords.decode(spooled.record())));
            } catch (IOException e) {
                LOG.error(
                        "record {} of the spool cannot be read: {}", spooled.id(), e.getMessage());
                spool.setAside(spooled, String.valueOf(e.getMessage()));
            }
        }
        return decoded;
    }

    private long records() {
        return spool.level().records();
    }

    private void pauseAfterFailure() throws InterruptedException {
        Duration doubled = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        Thread.sleep(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
    }
}
