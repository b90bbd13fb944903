/** The consumer: polls in order, holds a batch until it is committed, keeps its membership alive while the database is away. */
@NullMarked
package com.voicesurvey.telephony.processor.consume;

import org.jspecify.annotations.NullMarked;
