/** The benchmark's Kafka, and what is on its topics. */
@NullMarked
package com.voicesurvey.telephony.local.bench.kafka;

import org.jspecify.annotations.NullMarked;
