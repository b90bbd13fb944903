/** The operators' port: health, metrics and what happened to a call. */
@NullMarked
package com.voicesurvey.telephony.processor.ops;

import org.jspecify.annotations.NullMarked;
