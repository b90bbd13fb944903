/**
 * The public HTTP route: requests in, in the exact form that a signature covers, and answers out.
 * Every error is an {@code application/problem+json} that says what to do, nothing here answers 5xx
 * to bad input, and no 2xx leaves before its event is durable.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.http;

import org.jspecify.annotations.NullMarked;
