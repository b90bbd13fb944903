/** What both ports have in common. */
@NullMarked
package com.voicesurvey.telephony.ingest.server;

import org.jspecify.annotations.NullMarked;
