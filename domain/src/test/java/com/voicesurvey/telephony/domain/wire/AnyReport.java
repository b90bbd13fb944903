package com.voicesurvey.telephony.domain.wire;

import static net.jqwik.api.Combinators.combine;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.event.Report;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything that may have to be written: any type, any field there or not, hostile texts. */
final class AnyReport {
    private static final long LAST_SECOND_OF_9999 = 253_402_300_799L;

    private AnyReport() {}

    static Arbitrary<Report> arbitrary() {
        Arbitrary<Report> named =
                combine(
                                Arbitraries.of(EventType.class),
                                HostileTexts.bounded(255),
                                uuids(),
                                uuids(),
                                HostileTexts.bounded(50),
                                HostileTexts.bounded(255),
                                HostileTexts.bounded(255).injectNull(0.7),
                                HostileTexts.bounded(255))
                        .as(
                                (type, call, campaign, contact, provider, leg, parent, status) ->
                                        Report.of(type)
                                                .call(new CallId(call))
                                                .campaign(new CampaignId(campaign))
                                                .contact(new ContactId(contact))
                                                .provider(provider)
                                                .leg(new ProviderCallId(leg))
                                                .childOf(
                                                        parent == null
                                                                ? null
                                                                : new ProviderCallId(parent))
                                                .status(status));
        return combine(
                        named,
                        instants().injectNull(0.3),
                        Arbitraries.integers().greaterOrEqual(0).injectNull(0.3),
                        Arbitraries.of(AnsweredBy.class).injectNull(0.5),
                        Arbitraries.integers()
                                .greaterOrEqual(0)
                                .map(Duration::ofSeconds)
                                .injectNull(0.3),
                        errors().injectNull(0.5),
                        instants())
                .as(
                        (report, time, sequence, who, duration, error, received) ->
                                report.at(time)
                                        .sequence(sequence)
                                        .answeredBy(who)
                                        .lasting(duration)
                                        .error(error)
                                        .receivedAt(received));
    }

    static Arbitrary<List<Parameter>> parameters() {
        Arbitrary<String> names =
                Arbitraries.oneOf(
                        Arbitraries.of("CallSid", "Digits", "", "parameters", "schema_version"),
                        HostileTexts.any(20));
        return combine(names, HostileTexts.any(40)).as(Parameter::new).list().ofMaxSize(8);
    }

    static Arbitrary<UUID> uuids() {
        return combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    /** Times of four-digit years, to the nanosecond. */
    static Arbitrary<Instant> instants() {
        return combine(
                        Arbitraries.longs().between(0, LAST_SECOND_OF_9999),
                        Arbitraries.of(0, 1, 1_000, 250_000_000, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<ProviderError> errors() {
        return combine(
                        HostileTexts.bounded(100),
                        HostileTexts.any(60).map(text -> text.replace("\0", "")).injectNull(0.3))
                .as(ProviderError::new);
    }
}
