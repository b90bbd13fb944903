package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.processor.apply.BatchReport;

import java.util.Map;

/** Is told what the consumer does, on the consumer's thread; hears nothing unless it says so. */
public interface ConsumerListener {
    /** A poll came back, with or without records, and the broker has the topic. */
    default void polled() {}

    /** There is nothing to be read, for that reason. */
    default void waiting(String reason) {}

    /** A batch is in the database; Kafka's own offsets are not committed yet. */
    default void committed(BatchReport report) {}

    /** Something failed that will be tried again. */
    default void failed(RuntimeException cause) {}

    /** Records between the end of each held partition and where its reading stands. */
    default void lag(Map<Integer, Long> byPartition) {}

    /** Tells this one first, then the other. */
    default ConsumerListener andThen(ConsumerListener other) {
        ConsumerListener first = this;
        return new ConsumerListener() {
            @Override
            public void polled() {
                first.polled();
                other.polled();
            }

            @Override
            public void waiting(String reason) {
                first.waiting(reason);
                other.waiting(reason);
            }

            @Override
            public void committed(BatchReport report) {
                first.committed(report);
                other.committed(report);
            }

            @Override
            public void failed(RuntimeException cause) {
                first.failed(cause);
                other.failed(cause);
            }

            @Override
            public void lag(Map<Integer, Long> byPartition) {
                first.lag(byPartition);
                other.lag(byPartition);
            }
        };
    }
}
