package com.voicesurvey.telephony.processor.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.processor.operate.JobRequest;
import com.voicesurvey.telephony.processor.operate.JobView;
import com.voicesurvey.telephony.processor.operate.Jobs;
import com.voicesurvey.telephony.processor.ops.OpsProblem;
import com.voicesurvey.telephony.processor.replay.ReplayRequest;
import com.voicesurvey.telephony.processor.topic.TopicPosition;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Replay and audit, started and watched from the page. */
public final class JobRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(JobRoutes.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jobs jobs;
    private final Clock clock;
    private final SignIn signIn;

    public JobRoutes(Jobs jobs, Clock clock, SignIn signIn) {
        this.jobs = jobs;
        this.clock = clock;
        this.signIn = signIn;
    }

    void addRoutes(RoutesConfig routes) {
        routes.get("/console/api/jobs", context -> context.json(Map.of("jobs", jobs.all())));
        routes.post("/console/api/jobs", this::start);
        routes.delete("/console/api/jobs/{id}", this::cancel);
    }

    private void start(Context context) {
        JobRequest request;
        String options;
        try {
            Wish wish = new Wish(JSON.readTree(context.body()), clock.instant());
            request = wish.request();
            options = wish.options();
        } catch (IOException e) {
            refuse(context, HttpStatus.BAD_REQUEST, "The body is no JSON.");
            return;
        } catch (IllegalArgumentException e) {
            refuse(context, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
            return;
        }
        JobView job = jobs.start(request, options);
        if (job == null) {
            refuse(context, HttpStatus.CONFLICT, "One job at a time: wait, or cancel it.");
            return;
        }
        LOG.info("{} starts {}: {}", signIn.nameOf(context), job.kind(), job.options());
        context.status(HttpStatus.ACCEPTED).json(job);
    }

    private void cancel(Context context) {
        try {
            if (jobs.cancel(Long.parseLong(context.pathParam("id")))) {
                context.status(HttpStatus.NO_CONTENT);
                return;
            }
        } catch (NumberFormatException e) {
            // no job has such an id
        }
        refuse(context, HttpStatus.NOT_FOUND, "There is no such job.");
    }

    private static void refuse(Context context, HttpStatus status, String detail) {
        new OpsProblem(status, detail).answer(context);
    }

    /** What the page asks for. */
    private record Wish(JsonNode json, Instant now) {
        JobRequest request() {
            TopicPosition from = TopicPosition.parse(text("from", "beginning"), now);
            TopicPosition to = TopicPosition.parse(text("to", "end"), now);
            return switch (text("kind", "")) {
                case "replay" ->
                        new JobRequest.Replaying(
                                new ReplayRequest(
                                        from, to, call(), campaign(), flag("dry_run"), false));
                case "audit" -> new JobRequest.Auditing(from, to, flag("repair"));
                default -> throw new IllegalArgumentException("Give kind: replay or audit.");
            };
        }

        String options() {
            return "from "
                    + text("from", "beginning")
                    + " to "
                    + text("to", "end")
                    + (call() == null ? "" : ", call " + call())
                    + (campaign() == null ? "" : ", campaign " + campaign())
                    + (flag("dry_run") ? ", dry run" : "")
                    + (flag("repair") ? ", with repair" : "");
        }

        private @Nullable CallId call() {
            String id = text("call_id", "");
            return id.isEmpty() ? null : new CallId(id);
        }

        private @Nullable CampaignId campaign() {
            String id = text("campaign_id", "");
            return id.isEmpty() ? null : new CampaignId(UUID.fromString(id));
        }

        private boolean flag(String name) {
            return json.path(name).asBoolean(false);
        }

        private String text(String name, String otherwise) {
            String text = json.path(name).asText("").strip();
            return text.isEmpty() ? otherwise : text;
        }
    }
}
