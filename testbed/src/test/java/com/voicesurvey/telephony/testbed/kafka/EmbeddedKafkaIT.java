package com.voicesurvey.telephony.testbed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

class EmbeddedKafkaIT {
    @TempDir Path directory;

    @Test
    void records_survive_a_stop_and_a_start() throws Exception {
        try (var kafka = EmbeddedKafka.launch(EmbeddedKafkaOptions.kept(0, directory))) {
            String address = kafka.bootstrapServers();
            kafka.createTopic("calls", 2, Map.of("retention.ms", "-1"));
            produce(kafka, "ringing");

            kafka.stop();
            kafka.start();

            produce(kafka, "answered");
            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(consume(kafka, "classic", 2)).containsExactly("ringing", "answered");
        }
        assertThat(directory).isNotEmptyDirectory();
    }

    @Test
    void records_survive_the_broker_they_were_sent_to() throws Exception {
        try (var first = EmbeddedKafka.launch(EmbeddedKafkaOptions.kept(0, directory))) {
            first.createTopic("calls", 1);
            produce(first, "ringing");
        }
        try (var second = EmbeddedKafka.launch(EmbeddedKafkaOptions.kept(0, directory))) {
            assertThat(consume(second, "consumer", 1)).containsExactly("ringing");
        }
    }

    @Test
    void a_topic_is_there_only_when_it_was_created_and_temporary_data_goes() throws Exception {
        Path data;
        try (var kafka = EmbeddedKafka.launch(EmbeddedKafkaOptions.temporary())) {
            data = kafka.dataDirectory();
            try (var admin = kafka.admin()) {
                assertThatThrownBy(() -> produce(kafka, "lost")).hasMessageContaining("calls");
                assertThatThrownBy(
                                () -> admin.describeTopics(List.of("calls")).allTopicNames().get())
                        .extracting(Throwable::getCause)
                        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                        .isInstanceOf(UnknownTopicOrPartitionException.class);
            }
            kafka.createTopic("calls", 1);
            assertThatThrownBy(() -> kafka.createTopic("calls", 1))
                    .isInstanceOf(TopicExistsException.class);
            assertThat(data).isNotEmptyDirectory();
        }
        assertThat(Files.exists(data)).isFalse();
    }

    @Test
    void a_taken_port_is_named() {
        try (var kafka = EmbeddedKafka.launch(EmbeddedKafkaOptions.temporary())) {
            int port = Integer.parseInt(kafka.bootstrapServers().split(":", 2)[1]);
            assertThatThrownBy(
                            () -> EmbeddedKafka.launch(EmbeddedKafkaOptions.kept(port, directory)))
                    .hasMessageContaining("Port " + port + " is taken");
        }
    }

    private static void produce(Kafka kafka, String value)
            throws ExecutionException, InterruptedException {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 5_000);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("calls", "call-1", value)).get();
        }
    }

    private static List<String> consume(Kafka kafka, String groupProtocol, int count) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "testbed-" + groupProtocol,
                        "group.protocol",
                        groupProtocol,
                        "auto.offset.reset",
                        "earliest");
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("calls"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(record -> values.add(record.value()));
                                return values.size() >= count;
                            });
        }
        return values;
    }
}
