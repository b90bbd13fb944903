package com.voicesurvey.telephony.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.ingest.config.SpoolSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

@Timeout(60)
class SpoolTest {
    private static final long MIB = 1024 * 1024;

    @TempDir Path folder;

    @Test
    void records_come_back_in_the_order_in_which_they_came_until_they_are_delivered()
            throws Exception {
        try (Spool spool = open()) {
            assertThat(spool.isEmpty()).isTrue();
            append(spool, "a", "b", "c");
            assertThat(spool.isEmpty()).isFalse();
            assertThat(texts(spool.oldest(10))).containsExactly("a", "b", "c");

            List<Spooled> first = spool.oldest(2);
            spool.delivered(first);
            assertThat(texts(spool.oldest(10))).containsExactly("c");
            spool.delivered(spool.oldest(10));
            assertThat(spool.isEmpty()).isTrue();
            append(spool, "d");
            assertThat(texts(spool.oldest(10))).containsExactly("d");
        }
    }

    @Test
    void a_closed_one_may_be_closed_again_and_takes_nothing() {
        Spool spool = open();
        spool.close();
        spool.close();
        assertThat(spool.append("late".getBytes(StandardCharsets.UTF_8)).join())
                .isInstanceOf(Append.NotStored.class);
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws Exception {
        try (Spool spool = open()) {
            append(spool, "a", "b");
            spool.delivered(spool.oldest(1));
        }
        try (Spool spool = open()) {
            assertThat(spool.isEmpty()).isFalse();
            assertThat(texts(spool.oldest(10))).containsExactly("b");
        }
    }

    @Test
    void the_level_tells_records_bytes_and_age() throws Exception {
        Instant before = Instant.now();
        try (Spool spool = open()) {
            long emptyBytes = spool.level().bytes();
            append(spool, "x".repeat(100_000), "y");
            await().until(() -> spool.level().oldest() != null);
            SpoolLevel level = spool.level();
            assertThat(level.records()).isEqualTo(2);
            assertThat(level.bytes()).isGreaterThan(emptyBytes + 90_000);
            assertThat(level.oldest()).isBetween(before.minusMillis(1), Instant.now());
            spool.delivered(spool.oldest(10));
            await().until(() -> spool.level().oldest() == null);
            assertThat(spool.level().records()).isZero();
        }
    }

    @Test
    void a_full_spool_takes_nothing_keeps_what_it_has_and_takes_again_once_there_is_room()
            throws Exception {
        String large = "x".repeat(100_000);
        try (Spool spool = open()) {
            List<Append> answers =
                    IntStream.range(0, 30)
                            .mapToObj(i -> spool.append(bytes(large)).join())
                            .toList();
            long stored = answers.stream().filter(Append.Stored.class::isInstance).count();
            assertThat(stored).isBetween(8L, 11L);
            assertThat(answers.getLast()).isInstanceOf(Append.NotStored.class);
            assertThat(spool.level().problem()).contains("full");
            assertThat(spool.level().records()).isEqualTo(stored);
            assertThat(Files.size(folder.resolve("spool/spool.db"))).isLessThanOrEqualTo(MIB);

            assertThat(spool.oldest(30)).hasSize((int) stored);
            spool.delivered(spool.oldest(30));
            assertThat(spool.level().problem()).isNull();
            assertThat(spool.append(bytes(large)).join()).isEqualTo(new Append.Stored());
        }
    }

    @Test
    void an_empty_spool_gives_its_space_back() throws Exception {
        try (Spool spool = open()) {
            append(spool, "x".repeat(500_000));
            spool.delivered(spool.oldest(1));
            assertThat(Files.size(folder.resolve("spool/spool.db"))).isLessThan(100_000);
            assertThat(Files.size(folder.resolve("spool/spool.db-wal"))).isZero();
        }
    }

    @Test
    void what_was_delivered_is_not_read_again_although_the_disk_refuses_to_delete_it()
            throws Exception {
        try (Spool spool = open()) {
            append(spool, "a");
        }
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("spool/spool.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create trigger full before delete on record"
                            + " begin select raise(abort, 'no space left'); end");
        }
        try (Spool spool = open()) {
            spool.delivered(spool.oldest(1));
            assertThat(spool.isEmpty()).isTrue();
            assertThat(spool.level().problem()).contains("no space left");
            await().until(() -> spool.append(bytes("b")).join() instanceof Append.Stored);
            assertThat(texts(spool.oldest(10))).containsExactly("b");
        }
    }

    @Test
    void what_can_never_be_delivered_is_set_aside_and_counted() throws Exception {
        try (Spool spool = open()) {
            append(spool, "a", "b");
            spool.setAside(spool.oldest(1).getFirst(), "refused");
            assertThat(texts(spool.oldest(10))).containsExactly("b");
            await().until(() -> spool.level().setAside() == 1);
            assertThat(spool.level().records()).isEqualTo(1);
        }
    }

    @Test
    void a_second_process_on_the_same_folder_is_refused_and_told_what_to_do() {
        try (Spool spool = open()) {
            append(spool, "a");
            assertThatThrownBy(this::open)
                    .isInstanceOf(SpoolUnusableException.class)
                    .hasMessageContaining("another process")
                    .hasMessageContaining("SPOOL_DIR");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_and_told_what_to_do() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Spool.open(new SpoolSettings(file.resolve("x"), MIB), clock()))
                .isInstanceOf(SpoolUnusableException.class)
                .hasMessageContaining("SPOOL_DIR");
    }

    @Test
    void nobody_else_may_read_it() throws Exception {
        try (Spool spool = open()) {
            append(spool, "+15550001111");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve("spool"))))
                    .isEqualTo("rwx------");
        }
    }

    private Spool open() {
        return Spool.open(new SpoolSettings(folder.resolve("spool"), MIB), clock());
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private static void append(Spool spool, String... records) {
        for (String record : records) {
            assertThat(spool.append(bytes(record)).join()).isEqualTo(new Append.Stored());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<Spooled> records) {
        return records.stream()
                .map(record -> new String(record.record(), StandardCharsets.UTF_8))
                .toList();
    }
}
