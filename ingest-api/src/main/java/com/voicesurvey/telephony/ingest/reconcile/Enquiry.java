package com.voicesurvey.telephony.ingest.reconcile;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the provider about one call, and keeps the end that it reports.
 *
 * <h2>Failure semantics</h2>
 *
 * Nothing is invented: a call that the provider does not know, or that goes on, gives no event.
 * What it reports is the event that the callback would have been, with the same key, so that the
 * two of them count once.
 */
final class Enquiry {
    /** The parameter that tells such an event from one that the provider sent of itself. */
    static final String MARK = "Reconciled";

    private final TelephonyProvider provider;
    private final EventPublisher publisher;
    private final Clock clock;

    Enquiry(TelephonyProvider provider, EventPublisher publisher, Clock clock) {
        this.provider = provider;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {
        /** The end is kept. */
        record Ended(EventType end) implements Result {}

        /** There is nothing to keep; the detail says why, for a log. */
        record Nothing(String detail) implements Result {}

        /** A fault of this service, which is logged already. */
        record Failed() implements Result {}

        /** To be asked again later. */
        record Later(String detail) implements Result {}
    }

    Result ask(OverdueCall call) {
        return switch (provider.fetchCall(call.providerCallId())) {
            case FetchedCall.Known known -> keep(call, known);
            case FetchedCall.Unknown _ -> new Result.Nothing("the provider does not know it");
            case FetchedCall.Unreachable(String detail) -> new Result.Later(detail);
            case FetchedCall.Refused(var error, boolean retryable) ->
                    retryable
                            ? new Result.Later(error.code() + " " + error.message())
                            : new Result.Nothing(
                                    "the provider refuses to say: "
                                            + error.code()
                                            + " "
                                            + error.message());
        };
    }

    private Result keep(OverdueCall call, FetchedCall.Known known) {
        EventType end = known.end();
        if (end == null) {
            return new Result.Nothing("it is " + known.status());
        }
        return switch (publisher.publish(event(call, known, end)).join()) {
            case PublishResult.Durable() -> new Result.Ended(end);
            case PublishResult.Unavailable(String detail) -> new Result.Later(detail);
        };
    }

    private ParsedCallback.Event event(OverdueCall call, FetchedCall.Known known, EventType end) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventHeader header =
                new EventHeader(
                        call.callId(),
                        call.campaignId(),
                        call.contactId(),
                        provider.name(),
                        known.id(),
                        null,
                        known.status(),
                        known.endedAt(),
                        null,
                        null,
                        now);
        return new ParsedCallback.Event(
                CallEvent.of(end, header, known.duration(), null), parameters(known));
    }

    private static List<Parameter> parameters(FetchedCall.Known known) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(MARK, "true"));
        parameters.add(new Parameter("CallSid", known.id().value()));
        parameters.add(new Parameter("CallStatus", known.status()));
        Duration duration = known.duration();
        if (duration != null) {
            parameters.add(new Parameter("CallDuration", "" + duration.toSeconds()));
        }
        return parameters;
    }
}
