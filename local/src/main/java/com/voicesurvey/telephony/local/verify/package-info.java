/** What was sent against what the database and the topics hold, by a judge of its own. */
@NullMarked
package com.voicesurvey.telephony.local.verify;

import org.jspecify.annotations.NullMarked;
