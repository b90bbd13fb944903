/** One batch, one transaction: the pure fold of a batch's events and the transaction around it. */
@NullMarked
package com.voicesurvey.telephony.processor.apply;

import org.jspecify.annotations.NullMarked;
