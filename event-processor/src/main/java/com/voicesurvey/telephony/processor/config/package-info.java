/** The service's settings, read once from the environment and checked as a whole. */
@NullMarked
package com.voicesurvey.telephony.processor.config;

import org.jspecify.annotations.NullMarked;
