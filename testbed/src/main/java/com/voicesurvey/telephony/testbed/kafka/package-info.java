/**
 * A real Kafka: one broker in this process or in a container, or several as processes that can be
 * killed. It listens on this machine only, creates no topic by itself, and keeps its records over a
 * restart.
 */
@NullMarked
package com.voicesurvey.telephony.testbed.kafka;

import org.jspecify.annotations.NullMarked;
