package com.voicesurvey.telephony.processor.ops;

import com.voicesurvey.telephony.domain.settings.BearerTokens;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;

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
        new OpsProblem(
                        HttpStatus.UNAUTHORIZED,
                        "Send the header Authorization: Bearer with a token of OPS_TOKEN.")
                .answer(context);
        context.header("WWW-Authenticate", "Bearer");
        context.skipRemainingHandlers();
    }
}
