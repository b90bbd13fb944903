package com.voicesurvey.telephony.ingest.http;

import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Puts replies on the wire. */
final class ReplyWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);
    private static final String ALLOWED = "GET, POST";

    private ReplyWriter() {}

    static void write(Context context, Reply reply) {
        switch (reply) {
            case Reply.Kept kept -> writeAtOnce(context.res(), Json.of(kept));
            case Reply.Failed(var _, Problem problem) -> write(context, problem);
            case Reply.Methods _ -> context.status(204).header("Allow", ALLOWED);
        }
    }

    static void write(Context context, Problem problem) {
        if (problem.isTemporary()) {
            context.header("Retry-After", Problem.RETRY_AFTER);
        }
        if (problem.status() == 405) {
            context.header("Allow", ALLOWED);
        }
        // Javalin's result is written last, when Jetty knows whether the body was left unread
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.of(problem));
    }

    /**
     * Past Javalin's result, which is a stream that is copied through a new buffer of 8 KB. Only
     * for requests that were read to their end, since it is sent at once.
     */
    private static void writeAtOnce(HttpServletResponse response, byte[] body) {
        response.setStatus(200);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("the other end did not wait for its answer", e);
        }
    }
}
