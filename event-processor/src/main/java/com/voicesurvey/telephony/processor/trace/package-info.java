/**
 * W3C trace context: a dialogue start carries the {@code traceparent} of the event that caused it,
 * and, where OpenTelemetry is switched on, each transaction is a span linked to its events'.
 */
@NullMarked
package com.voicesurvey.telephony.processor.trace;

import org.jspecify.annotations.NullMarked;
