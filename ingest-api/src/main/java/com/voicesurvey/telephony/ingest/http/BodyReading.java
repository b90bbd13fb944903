package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Reads a body into memory as it comes, without waiting for it, and never more than the limit of
 * it, whatever length the request states or does not state.
 */
final class BodyReading extends Invocable.Task.Abstract {
    private final Request request;
    private final int maxBytes;
    private final long deadline;
    private final Consumer<BodyRead> whenOver;
    private byte[] bytes = {};
    private int length;

    private BodyReading(
            Request request, int maxBytes, Duration maxTime, Consumer<BodyRead> whenOver) {
        super(InvocationType.NON_BLOCKING);
        this.request = request;
        this.maxBytes = maxBytes;
        this.deadline = System.nanoTime() + maxTime.toNanos();
        this.whenOver = whenOver;
    }

    /**
     * Tells once what came of it, at once where everything is there already.
     *
     * @param maxTime for the whole body; a single silence ends at the connection's idle timeout
     */
    static void begin(
            Request request, int maxBytes, Duration maxTime, Consumer<BodyRead> whenOver) {
        if (request.getLength() > maxBytes) {
            whenOver.accept(new BodyRead.TooLarge());
        } else {
            new BodyReading(request, maxBytes, maxTime, whenOver).run();
        }
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            BodyRead over = take(chunk);
            if (over != null) {
                whenOver.accept(over);
                return;
            }
        }
    }

    /** What came of it by this chunk; null if there is more to come. */
    private @Nullable BodyRead take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            return chunk.getFailure() instanceof TimeoutException
                    ? new BodyRead.TooSlow()
                    : new BodyRead.Broken();
        }
        ByteBuffer come = chunk.getByteBuffer();
        boolean fits = length + come.remaining() <= maxBytes;
        if (fits) {
            append(come);
        }
        chunk.release();
        if (!fits) {
            return new BodyRead.TooLarge();
        }
        if (System.nanoTime() > deadline) {
            return new BodyRead.TooSlow();
        }
        return chunk.isLast() ? new BodyRead.Complete(whole()) : null;
    }

    /** Takes no more memory than twice what has come, whatever length is stated. */
    private void append(ByteBuffer come) {
        int more = come.remaining();
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.min(2 * length, maxBytes)));
        }
        come.get(bytes, length, more);
        length += more;
    }

    private byte[] whole() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
