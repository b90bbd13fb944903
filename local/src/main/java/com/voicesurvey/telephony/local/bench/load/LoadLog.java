package com.voicesurvey.telephony.local.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What became of each request of a generator, by its number. */
public final class LoadLog {
    static final int ENTRY = Long.BYTES + Integer.BYTES + Integer.BYTES;

    private final ByteBuffer bytes;

    private LoadLog(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    public static LoadLog read(Path file) {
        try {
            return new LoadLog(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** How many requests were sent. */
    public int size() {
        return bytes.capacity() / ENTRY;
    }

    /** When it was due: microseconds since 1970. */
    public long dueEpochMicros(int request) {
        return bytes.getLong(request * ENTRY);
    }

    public boolean isAcknowledged(int request) {
        return bytes.getInt(request * ENTRY + Long.BYTES + Integer.BYTES) == 200;
    }
}
