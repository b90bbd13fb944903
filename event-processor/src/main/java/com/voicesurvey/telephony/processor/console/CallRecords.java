package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.calls.CallReport;
import com.voicesurvey.telephony.processor.calls.CallReport.EventReport;
import com.voicesurvey.telephony.processor.consume.RecordLookup;
import com.voicesurvey.telephony.processor.consume.RecordLookup.Place;

import java.util.List;
import java.util.Map;

/**
 * What the provider sent with the events of a call: it is on the topic alone.
 *
 * <h2>Failure semantics</h2>
 *
 * The ledger knows where each event stood, but not on which topic of that name: one that was
 * deleted and created again holds something else there. So a record counts only if it is that very
 * event.
 */
public record CallRecords(RecordLookup records) {
    /** A call has a handful of events; one with more is looked at in part. */
    private static final int MOST = 50;

    /**
     * In the order of the report's events.
     *
     * @throws RuntimeException if the broker cannot be asked
     */
    List<EventParameters> of(CallReport call) {
        List<EventReport> events = call.events().stream().limit(MOST).toList();
        Map<Place, byte[]> values =
                records.values(
                        Topics.CALL_EVENTS, events.stream().map(CallRecords::place).toList());
        return events.stream()
                .map(event -> parameters(call.callId(), event, values.get(place(event))))
                .toList();
    }

    private static EventParameters parameters(
            String callId, EventReport event, byte @org.jspecify.annotations.Nullable [] value) {
        boolean same =
                value != null
                        && CallEventDecoder.decode(value) instanceof DecodedValue.Event decoded
                        && isOf(callId, event, decoded.event().key());
        return value != null && same
                ? new EventParameters(
                        event.partition(), event.offset(), true, CallEventDecoder.parameters(value))
                : EventParameters.gone(event.partition(), event.offset());
    }

    private static boolean isOf(String callId, EventReport event, EventKey key) {
        return key.callId().value().equals(callId)
                && key.providerCallId().value().equals(event.providerCallId())
                && key.type().wireName().equals(event.eventType());
    }

    private static Place place(EventReport event) {
        return new Place(event.partition(), event.offset());
    }
}
