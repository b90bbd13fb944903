/**
 * Sends the messages that transactions left in the outbox.
 *
 * <p>Guarantees: what a committed transaction decided to send is sent at least once; a message that
 * is sent twice after a crash carries the same {@code ce_id} both times.
 */
@NullMarked
package com.voicesurvey.telephony.processor.outbox;

import org.jspecify.annotations.NullMarked;
