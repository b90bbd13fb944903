package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * A request and the answer that it waits for.
 *
 * @param callback to be told once the answer is written
 */
record Exchange(Request request, Response response, Callback callback) {
    private static final byte[] NOTHING = {};

    /** Nobody who sends without end is to keep the thread that serves everybody. */
    private static final int MOST_READS = 16;

    /** The first header of that name; null where there is none. */
    @Nullable String header(HttpHeader name) {
        return request.getHeaders().get(name);
    }

    @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /** Puts the reply on the wire. Never waits; once for each exchange. */
    void answer(Reply reply) {
        if (isReadToItsEnd(reply) || isTheRestThere()) {
            answer(reply, callback);
        } else {
            // what is left unread would be taken for the next request
            headers().put(HttpFields.CONNECTION_CLOSE);
            answer(reply, new Lingering(request, callback));
        }
    }

    /**
     * Whether all of the body has come, which is thrown away. {@link Request#consumeAvailable}
     * would let nothing be read afterwards.
     */
    private boolean isTheRestThere() {
        for (int reads = 0; reads < MOST_READS; reads++) {
            Content.Chunk chunk = request.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return false;
            }
            chunk.release();
            if (chunk.isLast()) {
                return true;
            }
        }
        return false;
    }

    private void answer(Reply reply, Callback whenSent) {
        switch (reply) {
            case Reply.Kept kept -> write(200, "application/json", Json.of(kept), whenSent);
            case Reply.Failed(var _, Problem problem) -> write(problem, whenSent);
            case Reply.WrongMethod(var _, Problem problem, String allow) -> {
                headers().put(HttpHeader.ALLOW, allow);
                write(problem, whenSent);
            }
            case Reply.Methods(var _, String allow) -> {
                headers().put(HttpHeader.ALLOW, allow);
                response.setStatus(204);
                send(NOTHING, whenSent);
            }
        }
    }

    /** What is kept came by a body, or by a query beside one that nobody reads. */
    private boolean isReadToItsEnd(Reply reply) {
        return reply instanceof Reply.Kept && request.getMethod().equals("POST");
    }

    private void write(Problem problem, Callback whenSent) {
        if (problem.isTemporary()) {
            headers().put(HttpHeader.RETRY_AFTER, Problem.RETRY_AFTER);
        }
        write(problem.status(), Problem.MEDIA_TYPE, Json.of(problem), whenSent);
    }

    private void write(int status, String mediaType, byte[] body, Callback whenSent) {
        response.setStatus(status);
        headers().put(HttpHeader.CONTENT_TYPE, mediaType);
        headers().put(HttpHeader.CONTENT_LENGTH, body.length);
        send(body, whenSent);
    }

    private void send(byte[] body, Callback whenSent) {
        response.write(true, ByteBuffer.wrap(body), whenSent);
    }

    private HttpFields.Mutable headers() {
        return response.getHeaders();
    }
}
