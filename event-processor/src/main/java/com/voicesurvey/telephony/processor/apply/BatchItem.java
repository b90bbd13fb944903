package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.processor.deadletter.DeadLetter;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.message.SourceRecord;

/** One record of a batch, as it is to be treated. */
public sealed interface BatchItem {
    SourceRecord source();

    /** A call event, to be applied. */
    record Event(ReadEvent read) implements BatchItem {
        @Override
        public SourceRecord source() {
            return read.source();
        }
    }

    /** A record to be given up. */
    record Unusable(DeadLetter letter) implements BatchItem {
        @Override
        public SourceRecord source() {
            return letter.source();
        }
    }

    /** What the record's value makes of it. */
    static BatchItem of(SourceRecord source) {
        return switch (CallEventDecoder.decode(source.value())) {
            case DecodedValue.Event decoded -> new Event(new ReadEvent(decoded.event(), source));
            case DecodedValue.UnknownStatus unknown ->
                    unusable(
                            source,
                            DeadLetterReason.UNKNOWN_STATUS,
                            "status is not known: " + unknown.header().providerStatus());
            case DecodedValue.Unreadable unreadable ->
                    unusable(source, DeadLetterReason.UNREADABLE, unreadable.detail());
        };
    }

    static BatchItem unusable(SourceRecord source, DeadLetterReason reason, String detail) {
        return new Unusable(new DeadLetter(source, reason, detail));
    }
}
