/** The command line: what can be asked for, and how it is written. */
@NullMarked
package com.voicesurvey.telephony.local.command;

import org.jspecify.annotations.NullMarked;
