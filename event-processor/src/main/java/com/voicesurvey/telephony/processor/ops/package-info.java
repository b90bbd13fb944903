/** The operators' port: health, metrics and what happened to a call. Reads only. */
@NullMarked
package com.voicesurvey.telephony.processor.ops;

import org.jspecify.annotations.NullMarked;
