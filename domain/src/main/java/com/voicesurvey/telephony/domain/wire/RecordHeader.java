package com.voicesurvey.telephony.domain.wire;

import org.jspecify.annotations.Nullable;

/** One header of a record, as Kafka carries it; names may repeat. */
public record RecordHeader(String name, byte @Nullable [] value) {}
