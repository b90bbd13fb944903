/** Records that cannot be applied, as they came, with what an operator needs to put them right. */
@NullMarked
package com.voicesurvey.telephony.processor.deadletter;

import org.jspecify.annotations.NullMarked;
