/** Log lines for programs. */
@NullMarked
package com.voicesurvey.telephony.ingest.log;

import org.jspecify.annotations.NullMarked;
