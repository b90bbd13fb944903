package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;
import com.voicesurvey.telephony.testbed.kafka.KafkaClusterOptions;
import com.voicesurvey.telephony.testbed.kafka.ProxiedLink;
import com.voicesurvey.telephony.testbed.postgres.Database;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresOptions;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresServer;
import com.voicesurvey.telephony.testbed.proxy.Link;
import com.voicesurvey.telephony.testbed.proxy.TcpProxy;

import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Servers and services, and the links between them. */
public final class World implements AutoCloseable {
    private static final String INGEST = "INGEST";
    private static final String PROCESSOR = "PROCESSOR";
    private static final Duration TIME_TO_SETTLE = Duration.ofMinutes(2);
    private static final int BROKERS = 3;
    private static final int PARTITIONS = 6;

    /** Several rounds' worth, so that an hour of them does not fill the disk. */
    private static final Map<String, String> KEEP =
            Map.of("retention.bytes", "67108864", "segment.bytes", "16777216");

    private final KafkaCluster kafka;
    private final EmbeddedPostgresServer postgres;
    private final TcpProxy databaseLink;
    private final Services services;
    private final ConsumerGroup group;

    private World(KafkaCluster kafka, EmbeddedPostgresServer postgres, Services.Builder services) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.databaseLink = TcpProxy.to(postgres.port());
        this.services =
                services.with(
                        new Services.Addresses(
                                ingestLink().bootstrapServers(),
                                processorLink().bootstrapServers(),
                                proxied(postgres.database(), databaseLink.port()).url()));
        this.group = new ConsumerGroup(kafka);
    }

    /**
     * Starts everything and returns when it is ready; takes 20 seconds or more.
     *
     * @param name sets its logs apart from another world's
     */
    public static World start(String name) {
        EmbeddedPostgresServer postgres =
                EmbeddedPostgresServer.launch(EmbeddedPostgresOptions.temporary());
        KafkaCluster kafka = KafkaCluster.launch(options());
        List.of("call-events", "dialogue-starts", "call-overdue")
                .forEach(topic -> kafka.createTopic(topic, PARTITIONS, KEEP));
        kafka.createTopic("call-events-dlq", 1, KEEP);
        World world = new World(kafka, postgres, to -> new Services(name, to));
        try {
            world.restoreServices();
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
        return world;
    }

    public KafkaCluster kafka() {
        return kafka;
    }

    public EmbeddedPostgresServer postgres() {
        return postgres;
    }

    public Services services() {
        return services;
    }

    /** The processors, as Kafka sees them. */
    public ConsumerGroup group() {
        return group;
    }

    /** From ingest-api to Kafka. */
    public ProxiedLink ingestLink() {
        return kafka.link(INGEST);
    }

    /** From event-processor to Kafka. */
    public ProxiedLink processorLink() {
        return kafka.link(PROCESSOR);
    }

    /** From event-processor to PostgreSQL. */
    public TcpProxy databaseLink() {
        return databaseLink;
    }

    /** The services' database, past the link. */
    public Sql sql() {
        return new Sql(postgres.database());
    }

    /** The same server's maintenance database, to make the other one fail from. */
    public Sql maintenance() {
        Database own = postgres.database();
        return new Sql(
                new Database(own.host(), own.port(), "postgres", own.user(), own.password()));
    }

    /** Stops whoever applies events in mid-batch, until the result is closed. */
    public HeldAttempts holdAttempts() {
        return HeldAttempts.in(sql());
    }

    /** How many transactions of processors wait for a lock. */
    public long waitingForLocks() {
        return sql().number(
                        """
                        select count(*) from pg_stat_activity
                        where application_name = 'event-processor' and wait_event_type = 'Lock'
                        """);
    }

    /** The sum of the offsets at which the database reads on. */
    public long storedOffsets() {
        return sql().number("select coalesce(sum(next_offset), 0)::bigint from consumer_offsets");
    }

    /** Makes everything work again, whatever has failed, and waits until it does. */
    public void heal() {
        openLinks();
        postgres.start();
        kafka.start();
        restoreServices();
    }

    @Override
    public void close() {
        services.close();
        group.close();
        databaseLink.close();
        kafka.close();
        postgres.close();
    }

    /** Also waits until the dead have left the group and the living have shared the work. */
    private void restoreServices() {
        services.restore();
        int processors = services.runningProcessors().size();
        Awaitility.await("a settled group")
                .atMost(TIME_TO_SETTLE)
                .ignoreExceptions()
                .until(() -> group.isSettled(processors));
    }

    private void openLinks() {
        ingestLink().set(new Link.Open());
        processorLink().set(new Link.Open());
        databaseLink.set(new Link.Open());
    }

    /** A processor that is gone counts as gone after seconds. */
    private static KafkaClusterOptions options() {
        return KafkaClusterOptions.of(BROKERS, INGEST, PROCESSOR)
                .with("group.consumer.session.timeout.ms", "4000");
    }

    private static Database proxied(Database database, int port) {
        return new Database(
                database.host(), port, database.name(), database.user(), database.password());
    }
}
