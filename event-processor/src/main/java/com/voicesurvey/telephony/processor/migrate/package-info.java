/** Brings the database's tables up to this version at start. */
@NullMarked
package com.voicesurvey.telephony.processor.migrate;

import org.jspecify.annotations.NullMarked;
