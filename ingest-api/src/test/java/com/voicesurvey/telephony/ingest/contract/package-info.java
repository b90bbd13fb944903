/** What every provider's route has to do alike. */
@NullMarked
package com.voicesurvey.telephony.ingest.contract;

import org.jspecify.annotations.NullMarked;
