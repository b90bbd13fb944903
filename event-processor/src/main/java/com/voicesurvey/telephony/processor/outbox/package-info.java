/** Sends the messages that transactions left in the outbox, at least once, each with a stable id. */
@NullMarked
package com.voicesurvey.telephony.processor.outbox;

import org.jspecify.annotations.NullMarked;
