package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.event.Report;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Calls of every kind, and whatever may be reported of them. */
final class Scenarios {
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final ProviderCallId CHILD = new ProviderCallId("CA-child");

    private Scenarios() {}

    /** Scenarios with so many events at most; at most one of each kind and leg. */
    static Arbitrary<Scenario> upTo(int events) {
        return initial()
                .flatMap(
                        state ->
                                event(state.attempt().providerCallId() != null)
                                        .list()
                                        .uniqueElements(Scenarios::identity)
                                        .ofMaxSize(events)
                                        .map(list -> new Scenario(state, list)));
    }

    /** Two events with equal keys have equal ids too, or else they differ in what is compared. */
    private static List<Object> identity(CallEvent event) {
        return List.of(event.key(), event.header().campaignId(), event.header().contactId());
    }

    private static Arbitrary<CallState> initial() {
        Arbitrary<CallState> alive =
                Combinators.combine(
                                Arbitraries.of(CallStage.class)
                                        .filter(stage -> stage != CallStage.ENDED),
                                Arbitraries.of(CallOutcome.COMPLETED, CallOutcome.REFUSED)
                                        .injectNull(0.7),
                                Arbitraries.of(ContactState.class),
                                Arbitraries.of(CallOutcome.class).injectNull(0.5),
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false))
                        .as(
                                (stage, outcome, contact, last, number, answered, legKnown) -> {
                                    Situation situation =
                                            Situation.dialled()
                                                    .at(stage, "before")
                                                    .outcome(outcome)
                                                    .contact(contact, last)
                                                    .attempt(
                                                            number,
                                                            number == 1 ? 1 : 2 + number % 2);
                                    if (answered) {
                                        situation.answeredAt(Instant.EPOCH);
                                    }
                                    return legKnown
                                            ? situation.state()
                                            : situation.legUnknown().state();
                                });
        Arbitrary<CallState> over =
                Combinators.combine(
                                Arbitraries.of(CallOutcome.class).injectNull(0.3),
                                Arbitraries.of(ContactState.class))
                        .as(
                                (outcome, contact) ->
                                        Situation.overBeforeEventsWereKept()
                                                .outcome(outcome)
                                                .contact(contact, outcome)
                                                .state());
        return Arbitraries.frequencyOf(Tuple.of(6, alive), Tuple.of(1, over));
    }

    /** An event of the call, mostly; with another leg only where the attempt knows its own. */
    private static Arbitrary<CallEvent> event(boolean legKnown) {
        return Combinators.combine(
                        Arbitraries.of(EventType.class),
                        Arbitraries.integers().between(0, 3).injectNull(0.4),
                        Arbitraries.of(
                                        "2026-02-12T11:48:25Z",
                                        "1970-01-01T00:00:00Z",
                                        "2999-12-31T23:59:59Z")
                                .map(Instant::parse)
                                .injectNull(0.4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 60).injectNull(0.5),
                        Arbitraries.frequency(
                                Tuple.of(12, "own"),
                                Tuple.of(2, "child"),
                                Tuple.of(1, legKnown ? "other leg" : "own"),
                                Tuple.of(1, "other call"),
                                Tuple.of(1, "other campaign"),
                                Tuple.of(1, "other contact")))
                .as(
                        (type, sequence, time, received, seconds, whose) -> {
                            Report report =
                                    Report.of(type)
                                            .sequence(sequence)
                                            .at(time)
                                            .receivedAt(Report.RECEIVED.plusSeconds(received));
                            if (seconds != null) {
                                report.lasting(Duration.ofSeconds(seconds))
                                        .error(new ProviderError("e" + seconds, null));
                            }
                            return of(report, whose).event();
                        });
    }

    private static Report of(Report report, String whose) {
        return switch (whose) {
            case "child" -> report.leg(CHILD).childOf(Report.LEG);
            case "other leg" -> report.leg(new ProviderCallId("CA-other"));
            case "other call" -> report.call(new CallId("another"));
            case "other campaign" -> report.campaign(new CampaignId(OTHER));
            case "other contact" -> report.contact(new ContactId(OTHER));
            default -> report;
        };
    }
}
