/** Kafka records as plain data, so that nothing behind the consumer sees Kafka itself. */
@NullMarked
package com.voicesurvey.telephony.processor.message;

import org.jspecify.annotations.NullMarked;
