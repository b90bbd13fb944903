package com.voicesurvey.telephony.local.bench.host;

import com.voicesurvey.telephony.local.run.RunFailedException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine's memory a process takes, as Linux counts it. */
final class ResidentMemory {
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    static double megabytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith(FIELD))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow(() -> new IOException("no " + FIELD))
                    / 1_024.0;
        } catch (IOException e) {
            throw new RunFailedException("Cannot read " + status + ": " + e.getMessage());
        }
    }
}
