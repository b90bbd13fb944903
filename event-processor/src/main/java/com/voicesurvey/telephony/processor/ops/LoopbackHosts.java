package com.voicesurvey.telephony.processor.ops;

import com.voicesurvey.telephony.domain.settings.BearerTokens;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.Set;

/**
 * Where no token is asked for, answers only to this machine's own names: a page of anybody's may
 * let its name mean 127.0.0.1 and have a browser read what is here (DNS rebinding).
 */
record LoopbackHosts(BearerTokens tokens, Set<String> open) implements Handler {
    LoopbackHosts {
        open = Set.copyOf(open);
    }

    @Override
    public void handle(Context context) {
        if (!tokens.tokens().isEmpty()
                || open.contains(context.path())
                || isLoopback(context.host())) {
            return;
        }
        new OpsProblem(
                        HttpStatus.MISDIRECTED_REQUEST,
                        "Without OPS_TOKEN this port answers as localhost or 127.0.0.1 only.")
                .answer(context);
        context.skipRemainingHandlers();
    }

    /** Whether a Host header names this machine, whatever port it gives. */
    static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d*$", "");
        if (name.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(name.replaceAll("^\\[|\\]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
