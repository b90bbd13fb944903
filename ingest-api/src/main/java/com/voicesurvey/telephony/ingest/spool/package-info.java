/**
 * A durable first-in first-out store on this instance's own disk, for what Kafka does not take now.
 * It knows bytes, not events. SQLite keeps them; nobody else sees it.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.spool;

import org.jspecify.annotations.NullMarked;
