package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The ids of one call, and its events as the provider would report them, a second apart. */
record TestCall(
        CallId id, CampaignId campaign, ContactId contact, ProviderCallId leg, Instant start) {

    static TestCall of(String callId) {
        return new TestCall(
                new CallId(callId),
                new CampaignId(UUID.randomUUID()),
                new ContactId(UUID.randomUUID()),
                new ProviderCallId("CA" + UUID.randomUUID().toString().replace("-", "")),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Another attempt at the same contact. */
    TestCall again(String callId) {
        return new TestCall(
                new CallId(callId),
                campaign,
                contact,
                new ProviderCallId("CA" + UUID.randomUUID().toString().replace("-", "")),
                start.plusSeconds(60));
    }

    CallEvent initiated() {
        return event(EventType.INITIATED, "initiated", 0);
    }

    CallEvent ringing() {
        return event(EventType.RINGING, "ringing", 1);
    }

    CallEvent answered() {
        return event(EventType.ANSWERED, "in-progress", 2);
    }

    /** As an asynchronous detection tells it: with neither its time nor a number. */
    CallEvent machineDetected() {
        return CallEvent.of(
                EventType.MACHINE_DETECTED,
                new EventHeader(
                        id,
                        campaign,
                        contact,
                        "twilio",
                        leg,
                        null,
                        "machine_end_beep",
                        null,
                        null,
                        AnsweredBy.MACHINE_END_BEEP,
                        start.plusSeconds(3)),
                null,
                null);
    }

    CallEvent completed() {
        return event(EventType.COMPLETED, "completed", 3);
    }

    CallEvent busy() {
        return event(EventType.BUSY, "busy", 3);
    }

    CallEvent failed() {
        return CallEvent.of(
                EventType.FAILED,
                header("failed", 3, null),
                Duration.ZERO,
                new ProviderError("13224", "unreachable"));
    }

    /** Five events: two ends among them, of which the earlier one stands. */
    List<CallEvent> fiveEvents() {
        return List.of(
                initiated(),
                ringing(),
                answered(),
                event(EventType.COMPLETED, "completed", 3),
                event(EventType.NO_ANSWER, "no-answer", 4));
    }

    CallEvent event(EventType type, String status, int sequence) {
        return CallEvent.of(type, header(status, sequence, null), Duration.ofSeconds(13), null);
    }

    EventHeader header(String status, int sequence, @Nullable ProviderCallId parent) {
        return new EventHeader(
                id,
                campaign,
                contact,
                "twilio",
                leg,
                parent,
                status,
                start.plusSeconds(sequence),
                sequence,
                null,
                start.plusSeconds(sequence).plusMillis(350));
    }
}
