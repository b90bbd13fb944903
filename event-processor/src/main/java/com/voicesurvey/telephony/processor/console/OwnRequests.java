package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.processor.ops.OpsProblem;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;

import java.util.Set;

/**
 * Takes requests that change something, or that are logged, from the console's own page alone: a
 * page of anybody's can make a browser post here, but cannot make it send this header.
 */
final class OwnRequests {
    static final String HEADER = "X-Console";

    private static final Set<HandlerType> LOOKS = Set.of(HandlerType.GET, HandlerType.HEAD);

    private OwnRequests() {}

    static void check(Context context) {
        if (LOOKS.contains(context.method()) || context.header(HEADER) != null) {
            return;
        }
        new OpsProblem(HttpStatus.FORBIDDEN, "Send the header X-Console: 1.").answer(context);
        context.skipRemainingHandlers();
    }
}
