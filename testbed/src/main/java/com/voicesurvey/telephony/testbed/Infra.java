package com.voicesurvey.telephony.testbed;

import com.voicesurvey.telephony.testbed.kafka.Kafka;
import com.voicesurvey.telephony.testbed.postgres.Postgres;

/**
 * The Kafka and the PostgreSQL that all integration tests of a JVM share.
 *
 * <p>Each is started when it is first asked for and closed when the JVM exits. Tests that stop a
 * server, or need one to themselves, start their own. What they run on is chosen by the system
 * property {@code infra}: see {@link InfraKind}.
 */
public final class Infra {
    private static final Shared<Kafka> KAFKA = new Shared<>(() -> kind().startKafka());
    private static final Shared<Postgres> POSTGRES = new Shared<>(() -> kind().startPostgres());

    private Infra() {}

    /**
     * What the tests of this JVM run on.
     *
     * @throws IllegalArgumentException if the system property {@code infra} is none of the kinds
     */
    public static InfraKind kind() {
        return InfraKind.of(System.getProperty("infra", "embedded"));
    }

    /** The shared broker. Tests create topics of their own. */
    public static Kafka kafka() {
        return KAFKA.get();
    }

    /** The shared database server. Tests ask it for databases of their own. */
    public static Postgres postgres() {
        return POSTGRES.get();
    }
}
