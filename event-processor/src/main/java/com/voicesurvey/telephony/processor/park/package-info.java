/** Events whose attempt is not there yet: applied when it comes, given up after a day. */
@NullMarked
package com.voicesurvey.telephony.processor.park;

import org.jspecify.annotations.NullMarked;
