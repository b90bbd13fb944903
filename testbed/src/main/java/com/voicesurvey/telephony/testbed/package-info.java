/**
 * What the system is tried against: a real Kafka and a real PostgreSQL, without Docker or with it,
 * and a simulated Twilio. None of it shares code with what it judges.
 */
@NullMarked
package com.voicesurvey.telephony.testbed;

import org.jspecify.annotations.NullMarked;
