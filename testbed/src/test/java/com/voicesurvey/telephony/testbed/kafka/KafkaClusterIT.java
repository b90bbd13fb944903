package com.voicesurvey.telephony.testbed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.testbed.proxy.Link;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

class KafkaClusterIT {
    private static KafkaCluster cluster;

    @BeforeAll
    static void launch() {
        cluster = KafkaCluster.launch(KafkaClusterOptions.of(3, "CLIENTS"));
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void a_topic_has_three_replicas_and_takes_records_while_any_node_is_dead() throws Exception {
        cluster.createTopic("calls", 3);
        try (Admin admin = cluster.admin()) {
            var topics = admin.describeTopics(List.of("calls")).allTopicNames().get().values();
            assertThat(topics)
                    .singleElement()
                    .satisfies(
                            topic ->
                                    assertThat(topic.partitions())
                                            .hasSize(3)
                                            .allMatch(part -> part.replicas().size() == 3));
        }
        try (var producer = producer(cluster.bootstrapServers(), 60_000)) {
            for (ClusterNode node : cluster.nodes()) {
                node.kill();
                for (int partition = 0; partition < 3; partition++) {
                    producer.send(new ProducerRecord<>("calls", partition, "key", "value")).get();
                }
                cluster.start();
            }
        }
    }

    @Test
    void clients_of_a_link_come_over_its_proxies_only() throws Exception {
        cluster.createTopic("linked", 3);
        ProxiedLink link = cluster.link("CLIENTS");
        try (var producer = producer(link.bootstrapServers(), 2_000)) {
            producer.send(new ProducerRecord<>("linked", "key", "value")).get();
            link.set(new Link.Cut());
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("linked", "k", "v")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            link.set(new Link.Open());
        }
        try (var producer = producer(link.bootstrapServers(), 60_000)) {
            producer.send(new ProducerRecord<>("linked", "key", "value")).get();
        }
    }

    private static KafkaProducer<String, String> producer(String servers, int deliveryMillis) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "request.timeout.ms",
                        1_000,
                        "max.block.ms",
                        deliveryMillis,
                        "delivery.timeout.ms",
                        deliveryMillis),
                new StringSerializer(),
                new StringSerializer());
    }
}
