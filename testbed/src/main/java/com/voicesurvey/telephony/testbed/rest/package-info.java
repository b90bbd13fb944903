/** Twilio's calls API, played by a server of this machine. */
@NullMarked
package com.voicesurvey.telephony.testbed.rest;

import org.jspecify.annotations.NullMarked;
