package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.http.HttpException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;

/**
 * Reads a body into memory, never more than the limit of it, whatever length the request states or
 * does not state.
 *
 * @param maxTime for the whole body; a single silence ends at the connection's idle timeout
 */
record BodyReader(int maxBytes, Duration maxTime) {
    private static final int CHUNK = 4096;

    /**
     * @param statedLength -1 where the request states none
     */
    BodyRead read(InputStream body, long statedLength) {
        if (statedLength > maxBytes) {
            return new BodyRead.TooLarge();
        }
        long deadline = System.nanoTime() + maxTime.toNanos();
        // no more memory than bytes have come, whatever length is stated; one byte more than fits,
        // since where the end falls on the limit, reading on has to tell
        byte[] bytes = new byte[statedLength < 0 ? CHUNK : (int) Math.min(statedLength + 1, CHUNK)];
        int length = 0;
        try {
            int count = body.read(bytes, 0, bytes.length);
            while (count >= 0) {
                length += count;
                if (length > maxBytes) {
                    return new BodyRead.TooLarge();
                }
                if (System.nanoTime() > deadline) {
                    return new BodyRead.TooSlow();
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(2 * length, maxBytes + 1));
                }
                count = body.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            return e.getCause() instanceof TimeoutException
                    ? new BodyRead.TooSlow()
                    : new BodyRead.Broken();
        } catch (HttpException.RuntimeException e) {
            return new BodyRead.Broken();
        }
        return new BodyRead.Complete(Arrays.copyOf(bytes, length));
    }
}
