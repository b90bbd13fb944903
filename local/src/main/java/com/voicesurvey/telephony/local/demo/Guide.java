package com.voicesurvey.telephony.local.demo;

import com.voicesurvey.telephony.local.run.Pipeline;
import com.voicesurvey.telephony.local.simulate.NewCall;
import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.io.PrintStream;
import java.util.List;

/** Tells where everything is, and what to try first. */
public record Guide(Pipeline pipeline, String logFile, String data) {
    private static final NewCall CALL = DemoCampaign.FIRST_CALL;
    private static final FormField CALL_SID =
            new FormField("CallSid", "CA0123456789abcdef0123456789abcdef");

    /** Prints where everything listens. */
    public void printAddresses(PrintStream out) {
        String admin = "http://127.0.0.1:" + pipeline.ingest().adminPort();
        String ops = opsBase();
        out.println();
        line(out, "Console", ops + "/console/");
        line(out, "Webhooks", pipeline.webhookBase() + "/webhooks/telephony/events");
        line(out, "Ingest admin", admin + "/health/ready, /metrics, /openapi.json");
        line(out, "Processor ops", ops + "/health/ready, /metrics, /calls/{call_id}");
        line(out, "PostgreSQL", pipeline.backends().database().url());
        line(out, "Kafka", pipeline.backends().kafka().bootstrapServers());
        line(out, "Log", logFile);
        line(out, "Data", data);
        out.println();
    }

    /** Prints commands to try, which work as they are printed. */
    public void printCommands(PrintStream out) {
        boolean development = pipeline.services().isDevelopment();
        TwilioSigner signer = new TwilioSigner(pipeline.services().authToken());
        Curl pickUp = curl(List.of(CALL_SID, new FormField("CallStatus", "in-progress")));
        Curl hangUp =
                curl(
                        List.of(
                                CALL_SID,
                                new FormField("CallStatus", "completed"),
                                new FormField("CallDuration", "42")));
        command(
                out,
                development
                        ? "Somebody picks up (development: no signature is needed):"
                        : "Somebody picks up, unsigned: 403, for APP_ENV is not development:",
                pickUp.command());
        command(out, "The same, signed as Twilio does:", pickUp.signedBy(signer).command());
        command(out, "After 42 seconds they hang up:", hangUp.signedBy(signer).command());
        command(
                out,
                "What the database then holds of the call:",
                "curl -sS -w '\\n' " + opsBase() + "/calls/" + CALL.callId());
    }

    private String opsBase() {
        return "http://127.0.0.1:" + pipeline.processor().opsPort();
    }

    private Curl curl(List<FormField> fields) {
        return new Curl(pipeline.webhookBase(), pipeline.publicBase(), CALL, fields, null);
    }

    private static void line(PrintStream out, String what, String where) {
        out.printf("%-15s%s%n", what, where);
    }

    private static void command(PrintStream out, String what, String command) {
        out.printf("%s%n  %s%n%n", what, command);
    }
}
