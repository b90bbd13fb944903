package com.voicesurvey.telephony.ingest.spool;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the spool's thread is asked to do. */
sealed interface SpoolTask {
    CompletableFuture<?> done();

    record Insert(byte[] content, CompletableFuture<Append> done) implements SpoolTask {}

    record Read(int most, CompletableFuture<List<Spooled>> done) implements SpoolTask {}

    /**
     * Drops what was delivered.
     *
     * @param count how many records that are, of those that were read
     */
    record Delete(long upToId, int count, CompletableFuture<Void> done) implements SpoolTask {}

    record SetAside(long id, String reason, CompletableFuture<Void> done) implements SpoolTask {}

    record Stop(CompletableFuture<Void> done) implements SpoolTask {}
}
