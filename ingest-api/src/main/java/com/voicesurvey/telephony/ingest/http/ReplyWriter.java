package com.voicesurvey.telephony.ingest.http;

import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Puts replies on the wire. */
final class ReplyWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);

    private ReplyWriter() {}

    static void write(Context context, Reply reply) {
        switch (reply) {
            case Reply.Kept kept -> write(context, Json.of(kept));
            case Reply.Failed(var _, Problem problem) -> write(context, problem);
            case Reply.WrongMethod(var _, Problem problem, String allow) ->
                    write(context.header("Allow", allow), problem);
            case Reply.Methods(var _, String allow) -> context.status(204).header("Allow", allow);
        }
    }

    static void write(Context context, Problem problem) {
        if (problem.isTemporary()) {
            context.header("Retry-After", Problem.RETRY_AFTER);
        }
        // Javalin's result is written last, when Jetty knows whether the body was left unread
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.of(problem));
    }

    private static void write(Context context, byte[] kept) {
        if (isReadToItsEnd(context.req())) {
            writeAtOnce(context.res(), kept);
        } else {
            context.status(200).contentType("application/json").result(kept);
        }
    }

    /** What is kept came by a body that was read, or by a query beside one that nobody reads. */
    private static boolean isReadToItsEnd(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                || (request.getContentLengthLong() <= 0
                        && request.getHeader("Transfer-Encoding") == null);
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
