/**
 * The consumer: polls in order, holds a batch until it is committed, keeps its membership alive
 * while the database is away.
 *
 * <p>Guarantees: the database owns the offsets. Whatever Kafka believes of the group's progress,
 * reading goes on where the database stands, by the topic's id and not its name.
 */
@NullMarked
package com.voicesurvey.telephony.processor.consume;

import org.jspecify.annotations.NullMarked;
