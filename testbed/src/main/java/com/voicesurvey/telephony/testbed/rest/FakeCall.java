package com.voicesurvey.telephony.testbed.rest;

import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.PlannedCallback;
import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call that was taken on.
 *
 * @param plan what truly becomes of it
 * @param sent the reports that are not lost on their way
 * @param statusCallback where they go
 * @param startedAt when it was placed
 */
public record FakeCall(
        CallPlan plan,
        List<PlannedCallback> sent,
        URI statusCallback,
        Instant startedAt,
        Clock clock) {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** Twilio's id of it. */
    public String sid() {
        return plan.ids().callSid();
    }

    /** Whether that status was reported, in vain or not. */
    public boolean reports(CallStatus status) {
        return sent.stream().anyMatch(planned -> planned.callback().status() == status);
    }

    /** How it stands now, as Twilio's API says it. */
    String json() {
        Duration passed = Duration.between(startedAt, clock.instant());
        Optional<PlannedCallback> latest =
                plan.callbacks().stream()
                        .filter(planned -> planned.at().compareTo(passed) <= 0)
                        .max(
                                Comparator.comparingInt(
                                        planned -> planned.callback().sequenceNumber()));
        CallStatus status = latest.map(l -> l.callback().status()).orElse(CallStatus.INITIATED);
        CallEnd end = latest.map(l -> l.callback().end()).orElse(null);
        Duration at = latest.map(PlannedCallback::at).orElse(Duration.ZERO);
        return """
        {"sid":"%s","account_sid":"%s","to":"%s","from":"%s","status":"%s",\
        "date_created":"%s","start_time":%s,"end_time":%s,"duration":%s,"direction":"outbound-api"}"""
                .formatted(
                        sid(),
                        plan.line().accountSid(),
                        plan.line().to(),
                        plan.line().from(),
                        status == CallStatus.INITIATED ? "queued" : status.wireName(),
                        RFC_2822.format(startedAt),
                        latest.isEmpty() ? "null" : "\"" + RFC_2822.format(startedAt) + "\"",
                        end == null ? "null" : "\"" + RFC_2822.format(startedAt.plus(at)) + "\"",
                        end == null ? "null" : "\"" + end.seconds() + "\"");
    }
}
