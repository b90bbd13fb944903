/** What has both services start soon. */
@NullMarked
package com.voicesurvey.telephony.domain.start;

import org.jspecify.annotations.NullMarked;
