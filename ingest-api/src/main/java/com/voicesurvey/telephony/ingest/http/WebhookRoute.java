package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.config.Limits;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.trace.RequestTracing;
import com.voicesurvey.telephony.ingest.trace.TraceParent;

/**
 * A provider's route: what its requests are taken with.
 *
 * @param urls what the provider called, to the letter
 * @param inFlight shared with all other routes
 * @param answers writes what is known later
 */
record WebhookRoute(
        ExactUrls urls,
        Limits limits,
        InFlight inFlight,
        Webhook webhook,
        IngestMetrics metrics,
        RequestTracing tracing,
        AnswerThread answers) {

    /** Answers the exchange, now or later; waits for nothing. */
    void take(Exchange exchange) {
        new Visit(this, exchange, tracing.begin(exchange.header(TraceParent.NAME))).begin();
    }
}
