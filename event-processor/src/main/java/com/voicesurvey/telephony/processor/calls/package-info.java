/** Looks up what happened to one call. */
@NullMarked
package com.voicesurvey.telephony.processor.calls;

import org.jspecify.annotations.NullMarked;
