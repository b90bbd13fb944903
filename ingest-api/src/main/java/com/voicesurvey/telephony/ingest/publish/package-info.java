/**
 * Keeps events in Kafka: the port that the rest of the service sees, and the one place that knows
 * Kafka's client. An event counts as kept only once all in-sync replicas have acknowledged it.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.publish;

import org.jspecify.annotations.NullMarked;
