package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Goes on reading, and throws away, what still comes of a request that is answered already, for a
 * second and a mebibyte at most: who closes a connection on bytes that nobody has read, resets it,
 * and the other end may lose the answer (RFC 9112, 9.6).
 */
final class Lingering extends Invocable.Task.Abstract implements Callback {
    private static final long SECONDS = 1;
    private static final long BYTES = 1 << 20;

    private final Request request;
    private final Callback whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private long read;

    /**
     * @param whenOver ends the exchange
     */
    Lingering(Request request, Callback whenOver) {
        super(InvocationType.NON_BLOCKING);
        this.request = request;
        this.whenOver = whenOver;
    }

    /** The answer is written. */
    @Override
    public void succeeded() {
        var _ =
                request.getComponents()
                        .getScheduler()
                        .schedule(this::end, SECONDS, TimeUnit.SECONDS);
        run();
    }

    @Override
    public void failed(Throwable failure) {
        whenOver.failed(failure);
    }

    @Override
    public void run() {
        while (!over.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            read += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk) || read > BYTES) {
                end();
            }
        }
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            whenOver.succeeded();
        }
    }
}
