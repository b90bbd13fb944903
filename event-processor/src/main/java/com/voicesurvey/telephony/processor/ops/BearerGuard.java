package com.voicesurvey.telephony.processor.ops;

import com.voicesurvey.telephony.domain.settings.BearerTokens;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;

import java.util.Set;

/**
 * Lets nobody further without a token or a session that was opened with one, except probes, which
 * ask for health and learn no more than that, and whoever asks for a page without data.
 */
record BearerGuard(BearerTokens tokens, Set<String> open, OpsPart part) implements Handler {
    BearerGuard {
        open = Set.copyOf(open);
    }

    @Override
    public void handle(Context context) {
        String path = context.path();
        if (open.contains(path)
                || part.isOpen(path)
                || tokens.admit(context.header("Authorization"))
                || part.isSignedIn(context)) {
            return;
        }
        new OpsProblem(
                        HttpStatus.UNAUTHORIZED,
                        "Send the header Authorization: Bearer with a token of OPS_TOKEN, or sign in"
                                + " at /console/.")
                .answer(context);
        context.header("WWW-Authenticate", "Bearer");
        context.skipRemainingHandlers();
    }
}
