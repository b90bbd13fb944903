/** The events of a call, as the provider reported them and as the rest of the system reads them. */
@NullMarked
package com.voicesurvey.telephony.domain.event;

import org.jspecify.annotations.NullMarked;
