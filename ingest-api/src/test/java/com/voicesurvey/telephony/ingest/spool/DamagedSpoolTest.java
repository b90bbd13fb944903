package com.voicesurvey.telephony.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.ingest.config.SpoolSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a disk, or a death at a bad moment, can do to the files. */
@Timeout(60)
class DamagedSpoolTest {
    private static final int RECORDS = 40;
    private static final int PAGE = 16 * 1024;

    @TempDir Path folder;

    private Path file;
    private Path log;

    @BeforeEach
    void names() {
        file = folder.resolve("spool.db");
        log = folder.resolve("spool.db-wal");
    }

    @Test
    void a_write_that_was_cut_off_is_reported_copied_aside_and_everything_before_it_is_there()
            throws Exception {
        dieWith("a", "b", "c");
        try (RandomAccessFile torn = new RandomAccessFile(log.toFile(), "rw")) {
            torn.setLength(torn.length() - PAGE / 2);
        }
        try (Spool spool = open()) {
            assertThat(texts(spool)).containsExactly("a", "b");
        }
        assertThat(folder.resolve("torn-log")).exists();
    }

    @Test
    void a_bit_that_flipped_in_the_log_ends_it_there_and_is_reported() throws Exception {
        dieWith("a", "b", "c");
        flip(log, Files.size(log) - 100);
        try (Spool spool = open()) {
            assertThat(texts(spool)).containsExactly("a", "b");
        }
        assertThat(folder.resolve("torn-log")).exists();
    }

    @Test
    void a_death_between_two_writes_leaves_nothing_to_report() throws Exception {
        dieWith("a", "b", "c");
        try (Spool spool = open()) {
            assertThat(texts(spool)).containsExactly("a", "b", "c");
        }
        assertThat(folder.resolve("torn-log")).doesNotExist();
    }

    @Test
    void a_record_whose_bytes_changed_is_set_aside_and_the_others_go_on() throws Exception {
        fill();
        sql("update record set content = x'00' where id = 2");
        try (Spool spool = open()) {
            assertThat(texts(spool))
                    .hasSize(RECORDS - 1)
                    .noneMatch(text -> text.startsWith("record-2-"));
            await().until(() -> spool.level().setAside() == 1);
            assertThat(spool.level().records()).isEqualTo(RECORDS - 1);
        }
    }

    @Test
    void a_damaged_page_costs_what_is_on_it_and_the_start_goes_on() throws Exception {
        fill();
        overwrite(file, Files.size(file) / PAGE / 2 * PAGE, PAGE);
        try (Spool spool = open()) {
            assertThat(texts(spool)).hasSizeBetween(RECORDS / 4, RECORDS - 1);
            assertThat(spool.append("new".getBytes(StandardCharsets.UTF_8)).join())
                    .isEqualTo(new Append.Stored());
            assertThat(texts(spool)).last().isEqualTo("new");
        }
        assertThat(damagedFiles()).hasSize(1);
    }

    @Test
    void a_file_that_is_none_of_SQLites_is_moved_aside_and_the_start_goes_on() throws Exception {
        fill();
        overwrite(file, 0, (int) Files.size(file));
        try (Spool spool = open()) {
            assertThat(spool.isEmpty()).isTrue();
            assertThat(spool.append(new byte[] {1}).join()).isEqualTo(new Append.Stored());
        }
        assertThat(damagedFiles()).hasSize(1);
    }

    @Test
    void damage_that_shows_only_while_it_is_drained_does_not_stop_the_spool() throws Exception {
        // more than SQLite holds in memory
        SpoolSettings large = new SpoolSettings(folder, 64 << 20);
        try (Spool spool = Spool.open(large, Clock.systemUTC())) {
            for (int i = 0; i < 80; i++) {
                spool.append(new byte[100_000]).join();
            }
        }
        try (Spool spool = Spool.open(large, Clock.systemUTC())) {
            assertThat(spool.oldest(1)).hasSize(1);
            overwrite(file, PAGE, (int) Files.size(file) - PAGE);
            await().until(
                            () -> {
                                spool.oldest(100);
                                return damaged();
                            });
            await().until(() -> spool.append(new byte[] {1}).join() instanceof Append.Stored);
        }
    }

    private boolean damaged() throws IOException {
        return !damagedFiles().isEmpty();
    }

    private List<Path> damagedFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().matches("damaged-\\d+\\.db"))
                    .toList();
        }
    }

    /** A spool of records on several pages that was closed well. */
    private void fill() {
        try (Spool spool = open()) {
            for (int i = 1; i <= RECORDS; i++) {
                spool.append(
                                ("record-" + i + "-" + "x".repeat(4000))
                                        .getBytes(StandardCharsets.UTF_8))
                        .join();
            }
        }
    }

    /** The files as a process leaves them that dies with these records stored. */
    private void dieWith(String... records) throws IOException, SQLException {
        Path living = Files.createDirectory(folder.resolve("living"));
        try (SpoolFile spool = SpoolFile.open(living.resolve("spool.db"), 1 << 20)) {
            for (String record : records) {
                spool.insert(
                        List.of(record.getBytes(StandardCharsets.UTF_8)),
                        Clock.systemUTC().instant());
            }
            Files.copy(living.resolve("spool.db"), file);
            Files.copy(living.resolve("spool.db-wal"), log);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).isEqualTo(1);
        }
    }

    private static void flip(Path path, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
            bytes.seek(at);
            int before = bytes.read();
            bytes.seek(at);
            bytes.write(before ^ 1);
        }
    }

    private static void overwrite(Path path, long at, int length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
            bytes.seek(at);
            byte[] garbage = new byte[length];
            Arrays.fill(garbage, (byte) 0xa5);
            bytes.write(garbage);
        }
    }

    private Spool open() {
        return Spool.open(new SpoolSettings(folder, 1 << 20), Clock.systemUTC());
    }

    private static List<String> texts(Spool spool) throws InterruptedException {
        return spool.oldest(2 * RECORDS).stream()
                .map(record -> new String(record.record(), StandardCharsets.UTF_8))
                .toList();
    }
}
