/** What the providers' adapters share: reading and checking a callback's fields. */
@NullMarked
package com.voicesurvey.telephony.ingest.callback;

import org.jspecify.annotations.NullMarked;
