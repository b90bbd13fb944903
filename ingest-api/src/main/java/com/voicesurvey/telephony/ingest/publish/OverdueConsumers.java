package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

import java.util.function.Supplier;

/** Makes the consumers that read which calls to ask about. */
public record OverdueConsumers(KafkaSettings settings)
        implements Supplier<Consumer<byte[], byte[]>> {
    private static final String GROUP = "reconciler";

    @Override
    public Consumer<byte[], byte[]> get() {
        return new KafkaConsumer<>(ClientProperties.consumer(settings, GROUP));
    }
}
