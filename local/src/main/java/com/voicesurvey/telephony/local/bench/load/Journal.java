package com.voicesurvey.telephony.local.bench.load;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of each request. */
final class Journal {
    private final long[] due;
    private final long[] answered;
    private final int[] status;
    private int sent;

    Journal(int most) {
        due = new long[most];
        answered = new long[most];
        status = new int[most];
    }

    /** How many were sent. */
    int sent() {
        return sent;
    }

    void sent(int request, long dueNanos) {
        due[request] = dueNanos;
        sent = request + 1;
    }

    /** Any status; 0 where the connection broke. */
    void answered(int request, long nanos, int httpStatus) {
        answered[request] = nanos;
        status[request] = httpStatus;
    }

    /** What counts of it. */
    LoadResult result(LoadPlan plan, long start) {
        long from = start + plan.warmUpNanos();
        long to = start + plan.totalNanos();
        Histogram micros = Latencies.empty();
        Map<String, Long> statuses = new TreeMap<>();
        long[] perSecond = new long[(int) ((to - from) / 1_000_000_000L) + 1];
        long acknowledged = 0;
        long inTime = 0;
        for (int i = 0; i < sent; i++) {
            statuses.merge(status[i] == 0 ? "none" : "" + status[i], 1L, Long::sum);
            if (status[i] != 200) {
                continue;
            }
            acknowledged++;
            if (answered[i] >= from && answered[i] < to) {
                inTime++;
                perSecond[(int) ((answered[i] - from) / 1_000_000_000L)]++;
            }
            if (due[i] >= from && due[i] < to) {
                micros.recordValue(Math.max(0, (answered[i] - due[i]) / 1_000));
            }
        }
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < perSecond.length - 1; i++) {
            seconds.add(perSecond[i]);
        }
        return new LoadResult(
                sent,
                acknowledged,
                inTime * 1_000.0 / plan.measuredMillis(),
                statuses,
                seconds,
                Latencies.encode(micros));
    }

    /** Writes one {@link LoadLog} entry a request. */
    void write(Path file, long start, long startEpochMicros) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(sent * LoadLog.ENTRY);
        for (int i = 0; i < sent; i++) {
            bytes.putLong(startEpochMicros + (due[i] - start) / 1_000);
            bytes.putInt(status[i] == 0 ? -1 : (int) ((answered[i] - due[i]) / 1_000));
            bytes.putInt(status[i]);
        }
        Files.write(file, bytes.array());
    }
}
