package com.voicesurvey.telephony.local;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events on a topic that were asked for, and not reported. */
final class ReconciledEvents {
    private ReconciledEvents() {}

    /** One of them. */
    record Found(String callId, String status) {}

    /** All that are there now. */
    static List<Found> on(String kafka, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Found> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    List<Parameter> parameters = CallEventDecoder.parameters(record.value());
                    if (first(parameters, "Reconciled").equals("true")) {
                        found.add(
                                new Found(
                                        new String(record.key(), StandardCharsets.UTF_8),
                                        first(parameters, "CallStatus")));
                    }
                }
            }
            return found;
        }
    }

    private static String first(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }
}
