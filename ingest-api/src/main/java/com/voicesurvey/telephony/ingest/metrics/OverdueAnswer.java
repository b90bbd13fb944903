package com.voicesurvey.telephony.ingest.metrics;

import java.util.Locale;

/** What came of asking the provider about an overdue call, as a label of its metric. */
public enum OverdueAnswer {
    /** It has ended, and its end is kept. */
    ENDED,
    /** It goes on, or the provider does not know it or does not say. */
    NOTHING,
    /** The provider or Kafka is away: it is asked again. */
    LATER,
    /** A fault of this service, or a question that it cannot read. */
    FAULT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
