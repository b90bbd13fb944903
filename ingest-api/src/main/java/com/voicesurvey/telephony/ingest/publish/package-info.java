/**
 * Keeps events in Kafka, and in the spool while Kafka does not answer: the port that the rest of
 * the service sees, and the one place that knows Kafka's client.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.publish;

import org.jspecify.annotations.NullMarked;
