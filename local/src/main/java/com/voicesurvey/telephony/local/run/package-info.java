/** Starting servers and services in one process, and stopping them in the reverse order. */
@NullMarked
package com.voicesurvey.telephony.local.run;

import org.jspecify.annotations.NullMarked;
