package com.voicesurvey.telephony.domain.wire;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;

/** What the value of a {@code call-events} record turned out to hold. */
public sealed interface DecodedValue {
    record Event(CallEvent event) implements DecodedValue {}

    /** A report that ingest set aside, since its status was not known to it. */
    record UnknownStatus(EventHeader header) implements DecodedValue {}

    /**
     * Not a value that this version can read.
     *
     * @param detail where and why; one line of at most {@value #DETAIL_LENGTH} characters, whatever
     *     it quotes of the value, since it goes into headers and logs
     */
    record Unreadable(String detail) implements DecodedValue {
        public static final int DETAIL_LENGTH = 300;

        public Unreadable {
            detail = OneLine.of(detail, DETAIL_LENGTH);
        }
    }
}
