package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONSUMER_OFFSETS;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.kafka.Kafka;
import com.voicesurvey.telephony.testbed.postgres.Database;
import com.zaxxer.hikari.HikariDataSource;

import io.opentelemetry.api.OpenTelemetry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Topics and a database of a test's own on real servers, and what runs on them. */
final class Pipeline implements AutoCloseable {
    static final int PARTITIONS = 6;
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Kafka kafka;
    private final Database database;
    private final String group = "test-" + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<EventProcessor> running = new ArrayList<>();
    private final HikariDataSource pool = new HikariDataSource();
    final DSLContext sql;
    final Seeds seeds;

    private Pipeline(Kafka kafka, Database database) {
        this.kafka = kafka;
        this.database = database;
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(2);
        this.sql = DSL.using(pool, SQLDialect.POSTGRES);
        this.seeds = new Seeds(sql);
        this.producer = newProducer();
        createTopics();
    }

    /** Empty topics and an empty database on the servers that all tests share. */
    static Pipeline fresh() {
        return new Pipeline(Infra.kafka(), Infra.postgres().createDatabase());
    }

    static Pipeline on(Kafka kafka, Database database) {
        return new Pipeline(kafka, database);
    }

    Map<String, String> environment() {
        return Map.of(
                "DATABASE_URL",
                database.url(),
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers(),
                "CONSUMER_GROUP",
                group,
                "BATCH_SIZE",
                "100",
                "OPS_PORT",
                "0");
    }

    EventProcessor startProcessor() {
        return startProcessor(Map.of(), new ConsumerListener() {});
    }

    EventProcessor startProcessor(Map<String, String> more, ConsumerListener observer) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(more);
        EventProcessor processor = EventProcessor.start(ProcessorConfig.of(environment), observer);
        running.add(processor);
        return processor;
    }

    EventProcessor startProcessor(OpenTelemetry telemetry) {
        EventProcessor processor =
                EventProcessor.start(
                        ProcessorConfig.of(environment()), new ConsumerListener() {}, telemetry);
        running.add(processor);
        return processor;
    }

    /** Runs the migrations, so that rows can be seeded before any processor is there. */
    Pipeline migrated() throws SQLException {
        Migrations.run(database.dataSource());
        return this;
    }

    void produce(List<CallEvent> events) {
        List<Future<RecordMetadata>> promises =
                events.stream()
                        .map(event -> send(event.header().callId().value(), value(event)))
                        .toList();
        promises.forEach(Pipeline::await);
    }

    void produce(CallEvent... events) {
        produce(List.of(events));
    }

    void produce(String key, byte[] value) {
        await(send(key, value));
    }

    void produce(ProducerRecord<byte[], byte[]> record) {
        await(producer.send(record));
    }

    private Future<RecordMetadata> send(String key, byte[] value) {
        return producer.send(
                new ProducerRecord<>(
                        Topics.CALL_EVENTS, key.getBytes(StandardCharsets.UTF_8), value));
    }

    private static void await(Future<RecordMetadata> promise) {
        try {
            promise.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] value(CallEvent event) {
        return CallEventEncoder.encode(
                event, List.of(new Parameter("CallSid", event.header().providerCallId().value())));
    }

    /** Waits until the database has every record that is on the topic now. */
    void awaitAllApplied() {
        long end = recordsOnTopic();
        Awaitility.await("the processors to reach record " + end)
                .atMost(PATIENCE)
                .until(() -> storedOffsets() >= end);
    }

    long storedOffsets() {
        return sql
                .select(CONSUMER_OFFSETS.NEXT_OFFSET)
                .from(CONSUMER_OFFSETS)
                .where(CONSUMER_OFFSETS.TOPIC_ID.eq(topicId()))
                .fetch(CONSUMER_OFFSETS.NEXT_OFFSET)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** As the product opens it. */
    com.voicesurvey.telephony.processor.store.Database database() {
        return com.voicesurvey.telephony.processor.store.Database.on(pool);
    }

    KafkaProducer<byte[], byte[]> newProducer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    List<String> attempts() {
        return sql.selectFrom(CALL_ATTEMPTS)
                .orderBy(CALL_ATTEMPTS.ID)
                .fetch()
                .map(Object::toString);
    }

    /** Attempts and contacts. */
    List<String> state() {
        List<String> state = new ArrayList<>(attempts());
        sql.fetch("select id, state, last_outcome from contacts order by id")
                .forEach(row -> state.add(row.toString()));
        return state;
    }

    /** Deletes all that is on the topic, as its retention would. */
    void deleteAllRecords() {
        try (var consumer = consumer();
                Admin admin = kafka.admin()) {
            Map<TopicPartition, RecordsToDelete> ends = new HashMap<>();
            consumer.endOffsets(partitions(consumer, Topics.CALL_EVENTS))
                    .forEach((p, end) -> ends.put(p, RecordsToDelete.beforeOffset(end)));
            admin.deleteRecords(ends).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sum of what the group has committed to Kafka itself. */
    long groupOffsets() {
        try (Admin admin = kafka.admin()) {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Locks a call's attempt until the connection's transaction ends. */
    Connection holdAttempt(TestCall call) throws SQLException {
        Connection holder = database.dataSource().getConnection();
        holder.setAutoCommit(false);
        DSL.using(holder, SQLDialect.POSTGRES)
                .selectFrom(CALL_ATTEMPTS)
                .where(CALL_ATTEMPTS.CALL_ID.eq(call.id().value()))
                .forUpdate()
                .fetchSingle();
        return holder;
    }

    long recordsOnTopic() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, Topics.CALL_EVENTS)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var consumer = consumer()) {
            Set<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (!left.isEmpty()) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            return records;
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    String topicId() {
        try (Admin admin = kafka.admin()) {
            var topics = admin.describeTopics(List.of(Topics.CALL_EVENTS)).allTopicNames().get();
            return topics.values().iterator().next().topicId().toString();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes the topics, if they are there, and creates them anew. */
    void createTopics() {
        for (String topic :
                List.of(
                        Topics.CALL_EVENTS,
                        Topics.DEAD_LETTERS,
                        Topics.DIALOGUE_STARTS,
                        Topics.OVERDUE_CALLS)) {
            deleteTopic(topic);
            Awaitility.await("topic " + topic)
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () -> {
                                kafka.createTopic(topic, PARTITIONS);
                                return true;
                            });
        }
    }

    void deleteTopic(String topic) {
        try (Admin admin = kafka.admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        Set<TopicPartition> partitions = new HashSet<>();
        consumer.partitionsFor(topic)
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        return partitions;
    }

    @Override
    public void close() {
        running.reversed().forEach(EventProcessor::close);
        producer.close(Duration.ofSeconds(5));
        pool.close();
    }
}
