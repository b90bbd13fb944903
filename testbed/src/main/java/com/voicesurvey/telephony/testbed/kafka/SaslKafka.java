package com.voicesurvey.telephony.testbed.kafka;

import com.voicesurvey.telephony.testbed.host.FreePort;
import com.voicesurvey.telephony.testbed.tls.ServerCertificate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An embedded broker with a second listener, SASL_SSL with SCRAM-SHA-256, beside the plain one that
 * tests look at it through.
 */
public final class SaslKafka implements Kafka {
    private static final String SECURE = "SASL_SSL";
    private static final String MECHANISM = "SCRAM-SHA-256";
    private static final int ITERATIONS = 4_096;

    private final EmbeddedKafka broker;
    private final String secureAddress;

    private SaslKafka(EmbeddedKafka broker, String secureAddress) {
        this.broker = broker;
        this.secureAddress = secureAddress;
    }

    /**
     * Starts one that clients reach as {@code localhost}.
     *
     * @param folder where it keeps its records
     */
    public static SaslKafka launch(ServerCertificate certificate, Path folder) {
        int plain = FreePort.orGiven(0);
        int secure = FreePort.orGiven(0);
        EmbeddedKafkaOptions options = EmbeddedKafkaOptions.kept(plain, folder);
        for (var property : properties(certificate, plain, secure).entrySet()) {
            options = options.with(property.getKey(), property.getValue());
        }
        return new SaslKafka(EmbeddedKafka.launch(options), "localhost:" + secure);
    }

    /** What a client needs besides the CA to trust, as {@code KAFKA_*} variables. */
    public Map<String, String> clientVariables(String user, String password) {
        return new HashMap<>(
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", secureAddress,
                        "KAFKA_SECURITY_PROTOCOL", SECURE,
                        "KAFKA_SASL_MECHANISM", MECHANISM,
                        "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                        "KAFKA_SASL_JAAS_CONFIG", login(user, password)));
    }

    /** The secure listener by its IP address, which no certificate names. */
    public String secureAddressByIp() {
        return secureAddress.replace("localhost", "127.0.0.1");
    }

    /** Creates the user, or gives it another password. */
    public void setPassword(String user, String password) {
        var credential =
                new UserScramCredentialUpsertion(
                        user,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS),
                        password);
        try (Admin admin = admin()) {
            TopicCreation.await(admin.alterUserScramCredentials(List.of(credential)).all());
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void stop() {
        broker.stop();
    }

    @Override
    public void start() {
        broker.start();
    }

    @Override
    public void close() {
        broker.close();
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    private static Map<String, String> properties(
            ServerCertificate certificate, int plain, int secure) {
        String controller = "127.0.0.1:" + FreePort.orGiven(0);
        String login = "org.apache.kafka.common.security.scram.ScramLoginModule required;";
        return Map.of(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://%s,%s://127.0.0.1:%d"
                        .formatted(plain, controller, SECURE, secure),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:%d,%s://localhost:%d".formatted(plain, SECURE, secure),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT," + SECURE + ":" + SECURE,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "controller.quorum.voters",
                "1@" + controller,
                "sasl.enabled.mechanisms",
                MECHANISM,
                "listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config",
                login,
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                certificate.keyAndChain().toString());
    }
}
