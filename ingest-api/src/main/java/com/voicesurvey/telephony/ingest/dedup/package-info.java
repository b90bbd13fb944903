/**
 * Keeps repetitions of an event from being published twice in a row, without ever answering for an
 * event that is not durable.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.dedup;

import org.jspecify.annotations.NullMarked;
