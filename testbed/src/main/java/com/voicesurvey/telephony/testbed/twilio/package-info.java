/**
 * Twilio's side of a status callback: the form, the signature, the delivery with its retries.
 * Written from Twilio's documentation and captured requests, and never from the code that receives
 * them.
 */
@NullMarked
package com.voicesurvey.telephony.testbed.twilio;

import org.jspecify.annotations.NullMarked;
