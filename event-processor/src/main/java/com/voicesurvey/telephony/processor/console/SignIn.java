package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.domain.settings.BearerTokens;
import com.voicesurvey.telephony.processor.console.Sessions.Session;
import com.voicesurvey.telephony.processor.ops.OpsProblem;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.Map;

/**
 * Exchanges a token for a session: a browser sends a cookie with what a page asks for, and cannot
 * send a header with a stream of events.
 */
public final class SignIn {
    static final String PATH = "/console/session";

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String COOKIE = "voicesurvey-console";

    private final BearerTokens tokens;
    private final Sessions sessions;
    private final FailedTries failures;

    public SignIn(BearerTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.sessions = new Sessions(clock);
        this.failures = new FailedTries(clock);
    }

    void addRoutes(RoutesConfig routes) {
        routes.get(PATH, this::tell);
        routes.post(PATH, this::open);
        routes.delete(PATH, this::end);
    }

    @Nullable Session sessionOf(Context context) {
        String id = context.cookie(COOKIE);
        return id == null ? null : sessions.find(id);
    }

    /** Whether who was let in would be let in still: a session may have ended. */
    public boolean stillAdmits(Context context) {
        return tokens.admit(context.header("Authorization")) || sessionOf(context) != null;
    }

    /** Who asks, for the log. */
    String nameOf(Context context) {
        Session session = sessionOf(context);
        String who =
                session != null
                        ? session.toString()
                        : tokens.tokens().isEmpty() ? "somebody without a token" : "a bearer token";
        return who + " from " + context.ip();
    }

    private void tell(Context context) {
        context.json(
                Map.of(
                        "token_needed",
                        !tokens.tokens().isEmpty(),
                        "signed_in",
                        tokens.tokens().isEmpty() || sessionOf(context) != null));
    }

    private void open(Context context) {
        String address = context.ip();
        if (failures.areTooMany(address)) {
            new OpsProblem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "Too many wrong tokens: wait a minute and try again.")
                    .answer(context);
            context.header("Retry-After", Long.toString(FailedTries.SPAN.toSeconds()));
            return;
        }
        if (!tokens.admit("Bearer " + context.body().strip())) {
            failures.add(address);
            LOG.warn("Somebody at {} tried to sign in with a wrong token", address);
            new OpsProblem(HttpStatus.UNAUTHORIZED, "This is not a token of OPS_TOKEN.")
                    .answer(context);
            return;
        }
        Session session = sessions.open();
        LOG.info("{} begins, from {}", session, address);
        context.cookie(cookie(context, session.id(), (int) Sessions.LENGTH.toSeconds()));
        context.status(HttpStatus.NO_CONTENT);
    }

    private void end(Context context) {
        Session session = sessionOf(context);
        if (session != null) {
            sessions.end(session.id());
            LOG.info("{} ends", session);
        }
        context.cookie(cookie(context, "", 0));
        context.status(HttpStatus.NO_CONTENT);
    }

    private static Cookie cookie(Context context, String value, int seconds) {
        boolean https =
                context.scheme().equals("https")
                        || "https".equalsIgnoreCase(context.header("X-Forwarded-Proto"));
        return new Cookie(COOKIE, value, "/", seconds, https, true, null, SameSite.STRICT);
    }
}
