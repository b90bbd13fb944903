/**
 * Reads a topic for people, from one place to another and beside the processors: no group, no
 * offsets of its own.
 */
@NullMarked
package com.voicesurvey.telephony.processor.topic;

import org.jspecify.annotations.NullMarked;
