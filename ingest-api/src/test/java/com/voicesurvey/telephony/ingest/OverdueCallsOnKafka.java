package com.voicesurvey.telephony.ingest;

import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.domain.wire.OverdueCallCodec;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Puts questions on a real broker and looks how many are done with. */
record OverdueCallsOnKafka(Kafka kafka) {
    void ask(OverdueCall call) throws Exception {
        put(call.callId().value(), OverdueCallCodec.encode(call));
    }

    void put(String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.OVERDUE_CALLS,
                                    key.getBytes(StandardCharsets.UTF_8),
                                    value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    /** How many questions the service has done with. */
    long done() throws Exception {
        try (var admin = kafka.admin()) {
            return admin
                    .listConsumerGroupOffsets("reconciler")
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }
}
