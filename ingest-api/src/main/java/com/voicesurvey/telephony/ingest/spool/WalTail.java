package com.voicesurvey.telephony.ingest.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a run that did not end well has left in SQLite's write-ahead log. SQLite recovers the log up
 * to the first frame that is not whole and says nothing of the rest, so the frames are counted
 * before it does (SQLite: "Database File Format", section "The Write-Ahead Log").
 *
 * @param frames written since the log was last begun anew, whole or not
 */
record WalTail(long frames) {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    /**
     * Counts the frames whose salt is that of the log's header; others are left over from before.
     */
    static WalTail of(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < HEADER) {
            return new WalTail(0);
        }
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER);
            long frame = FRAME_HEADER + (long) header.getInt(8);
            long salt = header.getLong(16);
            if (frame <= FRAME_HEADER) {
                return new WalTail(1);
            }
            long frames = 0;
            long at = HEADER;
            while (at + FRAME_HEADER <= channel.size()
                    && read(channel, at, FRAME_HEADER).getLong(8) == salt) {
                frames++;
                at += frame;
            }
            return new WalTail(frames);
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // a read may bring less than was asked for
        }
        return bytes;
    }
}
