package com.voicesurvey.telephony.ingest.http;

import io.javalin.http.Context;

/** Puts replies on the wire. */
final class ReplyWriter {
    private static final String ALLOWED = "GET, POST";

    private ReplyWriter() {}

    static void write(Context context, Reply reply) {
        switch (reply) {
            case Reply.Kept kept ->
                    context.status(200).contentType("application/json").result(Json.of(kept));
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
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.of(problem));
    }
}
