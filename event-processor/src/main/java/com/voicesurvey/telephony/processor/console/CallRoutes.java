package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.calls.CallReport;
import com.voicesurvey.telephony.processor.config.OverdueRules;
import com.voicesurvey.telephony.processor.ops.OpsProblem;
import com.voicesurvey.telephony.processor.store.CallHistory;
import com.voicesurvey.telephony.processor.store.CallLists;
import com.voicesurvey.telephony.processor.store.Database;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the page asks about calls. */
public final class CallRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(CallRoutes.class);

    private final Database database;
    private final OverdueRules rules;
    private final Clock clock;
    private final CallRecords records;
    private final SignIn signIn;

    public CallRoutes(
            Database database,
            OverdueRules rules,
            Clock clock,
            CallRecords records,
            SignIn signIn) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
        this.records = records;
        this.signIn = signIn;
    }

    void addRoutes(RoutesConfig routes) {
        routes.get("/console/api/calls", this::find);
        routes.get("/console/api/calls/stuck", this::stuck);
        routes.get("/console/api/calls/parked", this::parked);
        // a call_id may hold slashes, and so goes into the query
        routes.get("/console/api/call", this::call);
        routes.get("/console/api/call/parameters", this::maskedParameters);
        routes.post("/console/api/call/parameters", this::plainParameters);
    }

    private void find(Context context) {
        String id = context.queryParam("q");
        if (id == null || id.isBlank()) {
            new OpsProblem(
                            HttpStatus.BAD_REQUEST,
                            "Give q: a call_id, a CallSid or a contact's id.")
                    .answer(context);
            return;
        }
        context.json(Map.of("calls", database.transaction(tx -> CallLists.find(tx, id.strip()))));
    }

    private void stuck(Context context) {
        var since = clock.instant().minus(rules.patience());
        context.json(
                Map.of(
                        "patience_seconds",
                        rules.patience().toSeconds(),
                        "calls",
                        database.transaction(tx -> CallLists.stuck(tx, since))));
    }

    private void parked(Context context) {
        context.json(Map.of("calls", database.transaction(CallLists::parked)));
    }

    private void call(Context context) {
        CallReport call = called(context);
        if (call != null) {
            context.json(call);
        }
    }

    private void maskedParameters(Context context) {
        answerParameters(context, called(context), ParameterMask::masked);
    }

    private void plainParameters(Context context) {
        CallReport call = called(context);
        if (call != null) {
            LOG.warn(
                    "The telephone numbers of call {} are shown to {}",
                    oneLine(call.callId()),
                    signIn.nameOf(context));
        }
        answerParameters(context, call, UnaryOperator.identity());
    }

    private void answerParameters(
            Context context, @Nullable CallReport call, UnaryOperator<List<Parameter>> shown) {
        if (call == null) {
            return;
        }
        try {
            context.json(
                    Map.of(
                            "events",
                            records.of(call).stream()
                                    .map(
                                            event ->
                                                    new EventParameters(
                                                            event.partition(),
                                                            event.offset(),
                                                            event.isThere(),
                                                            shown.apply(event.parameters())))
                                    .toList()));
        } catch (RuntimeException e) {
            LOG.warn("The records of a call cannot be read: {}", Reason.of(e));
            new OpsProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Kafka does not answer; try again shortly.")
                    .answer(context);
        }
    }

    /** The call that is asked about, or null and a problem. */
    private @Nullable CallReport called(Context context) {
        String callId = context.queryParam("call_id");
        CallReport call =
                callId == null ? null : database.transaction(tx -> CallHistory.find(tx, callId));
        if (call == null) {
            new OpsProblem(
                            HttpStatus.NOT_FOUND,
                            "Neither an attempt nor an event of that call_id is known.")
                    .answer(context);
        }
        return call;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
