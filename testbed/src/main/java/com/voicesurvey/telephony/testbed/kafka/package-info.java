/**
 * A real Kafka broker, in this process or in a container. It listens on this machine only, creates
 * no topic by itself, and keeps its records over a restart.
 */
@NullMarked
package com.voicesurvey.telephony.testbed.kafka;

import org.jspecify.annotations.NullMarked;
