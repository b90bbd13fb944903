/** A simulated Twilio that never stops, and a journal of what it has sent and been answered. */
@NullMarked
package com.voicesurvey.telephony.local.faults.load;

import org.jspecify.annotations.NullMarked;
