/** A running service, and what a stranger may send it: each topic in a file of its own. */
@NullMarked
package com.voicesurvey.telephony.ingest.hostile;

import org.jspecify.annotations.NullMarked;
