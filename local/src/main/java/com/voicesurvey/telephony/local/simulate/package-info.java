/** A simulated Twilio's calls: their rows in the database, their callbacks, their progress. */
@NullMarked
package com.voicesurvey.telephony.local.simulate;

import org.jspecify.annotations.NullMarked;
