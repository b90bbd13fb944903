/**
 * W3C trace context: a request's {@code traceparent} goes on to the topic, and, where OpenTelemetry
 * is switched on, each request is a span.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.trace;

import org.jspecify.annotations.NullMarked;
