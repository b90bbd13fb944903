package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.postgres.Database;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresServer;
import com.voicesurvey.telephony.testbed.postgres.TlsPostgres;
import com.voicesurvey.telephony.testbed.tls.ServerCertificate;
import com.voicesurvey.telephony.testbed.tls.TestAuthority;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** TLS with full verification, against a server that lets the processor's user in by TLS alone. */
class PostgresOverTlsIT {
    private static final String PASSWORD = "planted-database-password";

    @TempDir static Path folder;
    private static ServerCertificate certificate;
    private static Path strangersAuthority;
    private static EmbeddedPostgresServer postgres;

    private final Readiness readiness = new Readiness();
    private Database database;
    private Pipeline pipeline;

    @BeforeAll
    static void start() throws IOException {
        certificate =
                TestAuthority.in(Files.createDirectory(folder.resolve("ca"))).issue("localhost");
        strangersAuthority =
                TestAuthority.in(Files.createDirectory(folder.resolve("stranger"))).certificate();
        postgres = EmbeddedPostgresServer.launch(TlsPostgres.options(certificate, folder));
    }

    @BeforeEach
    void startPipeline() throws Exception {
        database = postgres.createDatabase();
        pipeline = Pipeline.on(Infra.kafka(), database).migrated();
        pipeline.sql.execute("drop role if exists tls_user");
        pipeline.sql.execute("create role tls_user superuser login");
        password(PASSWORD);
    }

    @AfterEach
    void stopPipeline() {
        pipeline.close();
        readiness.close();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void the_right_CA_host_name_and_password_connect_and_all_of_it_is_encrypted() {
        TestCall call = pipeline.seeds.call();
        EventProcessor processor = start("localhost", verified(certificate.authority()));
        pipeline.produce(call.ringing());
        pipeline.awaitAllApplied();

        await().atMost(Pipeline.PATIENCE).until(() -> readiness.isReady(processor));
        List<Boolean> encrypted =
                pipeline.sql
                        .fetch(
                                "select ssl from pg_stat_ssl join pg_stat_activity using (pid)"
                                        + " where usename = 'tls_user'")
                        .into(Boolean.class);
        assertThat(encrypted).isNotEmpty().doesNotContain(false);
    }

    @Test
    void neither_another_CA_nor_another_name_nor_a_plain_connection_connects() {
        pipeline.produce(pipeline.seeds.call().ringing());

        EventProcessor trustsAnother = start("localhost", verified(strangersAuthority));
        EventProcessor callsItOtherwise = start("127.0.0.1", verified(certificate.authority()));
        EventProcessor speaksPlainly = start("localhost", "sslmode=disable");

        await().atMost(Pipeline.PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(readiness.of(trustsAnother)).contains("PKIX path");
                            assertThat(readiness.of(callsItOtherwise))
                                    .contains("hostname 127.0.0.1 could not be verified");
                            assertThat(readiness.of(speaksPlainly)).contains("no encryption");
                        });
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isZero();
    }

    @Test
    void a_wrong_password_does_not_connect_and_once_it_is_right_nothing_is_missing() {
        pipeline.produce(pipeline.seeds.call().ringing());
        password("another-password");

        EventProcessor processor = start("localhost", verified(certificate.authority()));
        await().atMost(Pipeline.PATIENCE)
                .until(
                        () ->
                                readiness
                                        .of(processor)
                                        .contains("password authentication failed for user"));
        assertThat(readiness.of(processor)).doesNotContain(PASSWORD);
        password(PASSWORD);

        pipeline.awaitAllApplied();
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(1);
    }

    private void password(String password) {
        pipeline.sql.execute("alter role tls_user password '" + password + "'");
    }

    private EventProcessor start(String host, String parameters) {
        String url =
                "postgresql://tls_user:%s@%s:%d/%s?%s"
                        .formatted(PASSWORD, host, database.port(), database.name(), parameters);
        return pipeline.startProcessor(Map.of("DATABASE_URL", url), new ConsumerListener() {});
    }

    private static String verified(Path authority) {
        return "sslmode=verify-full&sslrootcert=" + authority;
    }
}
