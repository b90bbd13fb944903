/**
 * The program behind the launcher: the whole pipeline on one machine, the servers that it needs,
 * and the simulated Twilio. Arguments are read in {@code command} and dispatched by {@code Main}.
 */
@NullMarked
package com.voicesurvey.telephony.local;

import org.jspecify.annotations.NullMarked;
