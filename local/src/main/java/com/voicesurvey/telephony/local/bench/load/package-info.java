/** The load generator: a program of its own that sends signed callbacks and times the answers. */
@NullMarked
package com.voicesurvey.telephony.local.bench.load;

import org.jspecify.annotations.NullMarked;
