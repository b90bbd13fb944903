/**
 * One batch, one transaction: the pure fold of a batch's events, and the transaction around it.
 *
 * <p>Guarantees: the offsets, the ledger, the state and the outbox of a batch are committed
 * together or not at all, so that each event is applied once whatever process, broker or database
 * fails when.
 */
@NullMarked
package com.voicesurvey.telephony.processor.apply;

import org.jspecify.annotations.NullMarked;
