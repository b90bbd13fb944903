/**
 * Twilio behind the provider's door: its signatures, its voice status callbacks and its calls API.
 * Nothing here logs, and nothing a request holds or Twilio answers makes a method throw.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.twilio;

import org.jspecify.annotations.NullMarked;
