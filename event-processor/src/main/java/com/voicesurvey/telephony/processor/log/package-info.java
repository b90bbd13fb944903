/** Log lines for programs. */
@NullMarked
package com.voicesurvey.telephony.processor.log;

import org.jspecify.annotations.NullMarked;
