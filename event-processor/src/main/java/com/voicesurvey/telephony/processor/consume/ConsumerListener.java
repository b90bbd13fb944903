package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.processor.apply.BatchReport;

import java.util.Map;

/** Is told what the consumer does, on the consumer's thread. */
public interface ConsumerListener {
    /** Does nothing. */
    ConsumerListener NONE =
            new ConsumerListener() {
                @Override
                public void polled() {}

                @Override
                public void committed(BatchReport report) {}

                @Override
                public void failed(RuntimeException cause) {}

                @Override
                public void lag(Map<Integer, Long> byPartition) {}
            };

    /** A poll came back, with or without records. */
    void polled();

    /** A batch is in the database; Kafka's own offsets are not committed yet. */
    void committed(BatchReport report);

    /** A batch could not be applied and will be tried again. */
    void failed(RuntimeException cause);

    /** Records between the end of each held partition and where its reading stands. */
    void lag(Map<Integer, Long> byPartition);

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
