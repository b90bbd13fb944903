package com.voicesurvey.telephony.ingest.ops;

import com.voicesurvey.telephony.domain.settings.BearerTokens;

import io.javalin.http.Context;
import io.javalin.http.Handler;

import java.util.Set;

/**
 * Lets nobody further without a token, except probes: those ask for health without one, and learn
 * no more than that.
 */
record BearerGuard(BearerTokens tokens, Set<String> open) implements Handler {
    BearerGuard {
        open = Set.copyOf(open);
    }

    @Override
    public void handle(Context context) {
        if (open.contains(context.path()) || tokens.admit(context.header("Authorization"))) {
            return;
        }
        AdminProblem problem =
                new AdminProblem(
                        401,
                        "Unauthorized",
                        "Send the header Authorization: Bearer with a token of ADMIN_TOKEN");
        context.status(problem.status())
                .header("WWW-Authenticate", "Bearer")
                .contentType(AdminProblem.MEDIA_TYPE)
                .result(problem.json());
        context.skipRemainingHandlers();
    }
}
