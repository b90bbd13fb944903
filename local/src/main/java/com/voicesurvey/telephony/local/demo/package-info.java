/** Calls to try things with, and the commands that try them. */
@NullMarked
package com.voicesurvey.telephony.local.demo;

import org.jspecify.annotations.NullMarked;
