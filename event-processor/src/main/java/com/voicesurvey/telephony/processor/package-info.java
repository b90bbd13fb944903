/**
 * Reads call events from Kafka in order and brings call attempts and contacts in PostgreSQL up to
 * date, each event exactly once: offset and ledger move in the transaction that applies it. Knows
 * the database and no provider's secret.
 *
 * <p>The way of an event: {@code consume} polls a batch, {@code apply} turns it into one
 * transaction over {@code store}, {@code outbox} sends what that transaction decided on.
 */
@NullMarked
package com.voicesurvey.telephony.processor;

import org.jspecify.annotations.NullMarked;
