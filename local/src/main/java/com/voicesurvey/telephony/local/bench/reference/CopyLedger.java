package com.voicesurvey.telephony.local.bench.reference;

import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.local.bench.traffic.Report;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;

import org.postgresql.PGConnection;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Nothing but rows into the ledger by COPY, as a program: the outer limit. Takes the JDBC URL and
 * the number of rows; prints the seconds from the first row to the commit.
 */
public final class CopyLedger {
    private static final String COPY =
            """
            copy processed_events (call_id, provider_call_id, event_type, event_day,
                sequence_number, provider_time, received_at, taken_at, applied_at, kafka_partition,
                kafka_offset) from stdin
            """;

    private CopyLedger() {}

    public static void main(String[] args) throws IOException, SQLException {
        Path rows = Files.createTempFile("voicesurvey-copy-", ".tsv");
        try {
            write(rows, Integer.parseInt(args[1]));
            System.out.println(copy(rows, args[0]));
        } finally {
            Files.delete(rows);
        }
    }

    private static double copy(Path rows, String jdbcUrl) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                InputStream in = Files.newInputStream(rows)) {
            connection.setAutoCommit(false);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            long start = System.nanoTime();
            copy.copyIn(COPY, in, 65_536);
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** The same keys in the same order as on the topic. */
    private static void write(Path file, int count) throws IOException {
        CallNames names = new CallNames();
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            int offset = 0;
            for (long code : ReportOrder.codes(0, count)) {
                Report report = Report.of(code);
                writer.write(names.callId(report.call()) + "\tCA");
                writer.write(names.sidDigits(report.call()) + "\t" + report.eventType() + "\t");
                writer.write(today + "\t" + report.step() + "\t");
                writer.write(now + "\t" + now + "\t" + now + "\t" + now + "\t");
                writer.write(offset % 6 + "\t" + offset++ / 6 + "\n");
            }
        }
    }
}
