/**
 * The way of a callback from request to durable event, without HTTP and without Kafka: verify,
 * parse, keep once.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.intake;

import org.jspecify.annotations.NullMarked;
