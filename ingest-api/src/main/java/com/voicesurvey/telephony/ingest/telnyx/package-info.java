/** Telnyx: its signatures, and its call events in JSON. */
@NullMarked
package com.voicesurvey.telephony.ingest.telnyx;

import org.jspecify.annotations.NullMarked;
