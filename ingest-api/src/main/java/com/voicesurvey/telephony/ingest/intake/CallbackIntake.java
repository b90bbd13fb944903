package com.voicesurvey.telephony.ingest.intake;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.ingest.dedup.Admission;
import com.voicesurvey.telephony.ingest.dedup.OnceGate;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;

/**
 * Takes a callback in: genuine first, then readable, then durable.
 *
 * <h2>Failure semantics</h2>
 *
 * {@link IntakeResult.Processed}, {@link IntakeResult.Duplicate} and {@link
 * IntakeResult.Quarantined} are returned only for what is durable. After {@link
 * IntakeResult.NotKept} the event may be there or not; the provider's repetition settles it, and
 * its key keeps it from being applied twice.
 */
public final class CallbackIntake {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackIntake.class);

    private final TelephonyProvider provider;
    private final SignatureGuard guard;
    private final OnceGate gate;
    private final EventPublisher publisher;
    private final Clock clock;

    public CallbackIntake(
            TelephonyProvider provider,
            SignatureGuard guard,
            OnceGate gate,
            EventPublisher publisher,
            Clock clock) {
        this.provider = provider;
        this.guard = guard;
        this.gate = gate;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Waits for nothing; what is returned is completed once the callback's fate is known. */
    public CompletableFuture<IntakeResult> take(RawRequest request) {
        return switch (guard.check(provider.verify(request, guard.keys()))) {
            case SignatureGuard.Verdict.Refused(String detail) ->
                    known(new IntakeResult.Rejected(detail));
            case SignatureGuard.Verdict.Passed() -> read(request);
        };
    }

    private CompletableFuture<IntakeResult> read(RawRequest request) {
        // PostgreSQL keeps microseconds, so that both services say the same time
        return switch (provider.parse(request, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            case ParsedCallback.Event event -> keep(event);
            case ParsedCallback.UnknownStatus report -> quarantine(report);
            case ParsedCallback.Malformed(String detail) -> unreadable(detail);
            case ParsedCallback.NotAStatusCallback(String detail) -> unreadable(detail);
        };
    }

    private CompletableFuture<IntakeResult> keep(ParsedCallback.Event parsed) {
        CallEvent event = parsed.event();
        return gate.admit(event.key(), () -> publisher.publish(parsed))
                .thenApply(admission -> kept(event, admission));
    }

    private static IntakeResult kept(CallEvent event, Admission admission) {
        EventHeader header = event.header();
        String type = event.type().wireName();
        return switch (admission) {
            case Admission.Kept() -> {
                about(LOG.atDebug(), header).log("kept {} of call {}", type, header.callId());
                yield new IntakeResult.Processed(header.callId(), type);
            }
            case Admission.AlreadyKept() -> {
                about(LOG.atDebug(), header).log("duplicate {} of call {}", type, header.callId());
                yield new IntakeResult.Duplicate(header.callId(), type);
            }
            case Admission.NotKept(String detail) -> notKept(type, header, detail);
        };
    }

    private CompletableFuture<IntakeResult> quarantine(ParsedCallback.UnknownStatus report) {
        return publisher.quarantine(report).thenApply(result -> quarantined(report, result));
    }

    private static IntakeResult quarantined(
            ParsedCallback.UnknownStatus report, PublishResult result) {
        EventHeader header = report.header();
        String type = CloudEventNames.UNKNOWN_STATUS_TYPE;
        return switch (result) {
            case PublishResult.Durable() -> {
                about(LOG.atWarn(), header)
                        .log(
                                "quarantined: call {} ({}) has the status \"{}\", which is not known here",
                                header.callId(),
                                header.providerCallId(),
                                header.providerStatus());
                yield new IntakeResult.Quarantined(header.callId(), type);
            }
            case PublishResult.Unavailable(String detail) -> notKept(type, header, detail);
        };
    }

    /** With the call's id beside the message. */
    private static LoggingEventBuilder about(LoggingEventBuilder line, EventHeader header) {
        return line.addKeyValue("call_id", header.callId());
    }

    private static IntakeResult notKept(String type, EventHeader header, String detail) {
        about(LOG.atWarn(), header)
                .log("not kept, answered 503: {} of call {}: {}", type, header.callId(), detail);
        return new IntakeResult.NotKept();
    }

    private static CompletableFuture<IntakeResult> unreadable(String detail) {
        LOG.info("not a callback that can be read: {}", detail);
        return known(new IntakeResult.Unreadable(detail));
    }

    private static CompletableFuture<IntakeResult> known(IntakeResult result) {
        return CompletableFuture.completedFuture(result);
    }
}
