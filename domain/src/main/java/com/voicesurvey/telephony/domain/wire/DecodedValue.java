package com.voicesurvey.telephony.domain.wire;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;

/** What the value of a {@code call-events} record turned out to hold. */
public sealed interface DecodedValue {
    record Event(CallEvent event) implements DecodedValue {}

    /** A report that ingest set aside, since its status was not known to it. */
    record UnknownStatus(EventHeader header) implements DecodedValue {}

    /** Not a value that this version can read; the detail says where and why. */
    record Unreadable(String detail) implements DecodedValue {}
}
