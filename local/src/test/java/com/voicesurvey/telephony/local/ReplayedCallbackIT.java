package com.voicesurvey.telephony.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.local.verify.TopicReader;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Genuine requests recorded and sent again, to the byte, once ingest has forgotten them. Their
 * signature is right, since Twilio signs no time: the ledger alone stands against them.
 */
class ReplayedCallbackIT {
    private static final Map<String, String> FORGETFUL =
            Map.of(
                    "APP_ENV", "production",
                    "TWILIO_AUTH_TOKEN", "0123456789abcdef",
                    "DUPLICATE_CACHE_TTL", "1s");
    private static final String CALL = "test-call-123";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void one_more_record_on_the_topic_changes_nothing_behind_it() throws Exception {
        try (RunningCommand local = RunningCommand.start(FORGETFUL, "local", "--free-ports")) {
            assertThat(local.awaitOutput("Running;")).contains("Running;");
            List<PrintedCurl> commands = PrintedCurl.in(local.output());
            PrintedCurl pickUp = commands.get(1);
            PrintedCurl hangUp = commands.get(2);
            PGSimpleDataSource database = database(local.line("PostgreSQL  "));
            assertThat(pickUp.run().body()).contains("processed", "call.answered");
            assertThat(hangUp.run().body()).contains("processed", "call.completed");
            awaitEventsSeen(database, 2);
            List<String> before = state(database);
            assertThat(before).hasSize(3).first().asString().contains("\"call_stage\":\"ended\"");

            awaitProcessedAgain(pickUp);
            awaitProcessedAgain(hangUp);
            awaitEventsSeen(database, 4);

            assertThat(state(database)).isEqualTo(before);
            TopicReader topics = new TopicReader(local.line("Kafka"));
            assertThat(topics.read(Topics.CALL_EVENTS, Set.of(CALL))).hasSize(4);
            assertThat(topics.read(Topics.DIALOGUE_STARTS, Set.of(CALL))).hasSize(1);
            assertThat(topics.read(Topics.DEAD_LETTERS, Set.of(CALL))).isEmpty();
            assertThat(local.stop()).isZero();
        }
    }

    /** Taken for a duplicate until it is forgotten. */
    private static void awaitProcessedAgain(PrintedCurl command) {
        await().atMost(PATIENCE).until(() -> command.run().body().contains("processed"));
    }

    private static void awaitEventsSeen(PGSimpleDataSource database, int count) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                query(
                                                database,
                                                "select coalesce(sum(1 + duplicates), 0)"
                                                        + " from processed_events where call_id = '"
                                                        + CALL
                                                        + "'")
                                        .equals(List.of(Integer.toString(count))));
    }

    /** Every column of the attempt and its contact, and how many messages were ever decided on. */
    private static List<String> state(PGSimpleDataSource database) throws SQLException {
        List<String> rows = new ArrayList<>();
        rows.addAll(
                query(
                        database,
                        "select row_to_json(a) from call_attempts a where call_id = '"
                                + CALL
                                + "'"));
        rows.addAll(
                query(
                        database,
                        "select row_to_json(c) from contacts c join call_attempts a"
                                + " on a.contact_id = c.id where call_id = '"
                                + CALL
                                + "'"));
        rows.addAll(query(database, "select last_value from outbox_id_seq"));
        return rows;
    }

    private static List<String> query(PGSimpleDataSource database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }

    private static PGSimpleDataSource database(String url) {
        URI uri = URI.create(url);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL("jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath());
        database.setUser("voicesurvey");
        database.setPassword("voicesurvey");
        return database;
    }
}
