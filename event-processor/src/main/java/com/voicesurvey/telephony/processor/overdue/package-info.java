/** Calls whose end is not reported: noticed, and asked about. */
@NullMarked
package com.voicesurvey.telephony.processor.overdue;

import org.jspecify.annotations.NullMarked;
