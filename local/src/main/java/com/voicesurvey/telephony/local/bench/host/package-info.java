/**
 * The programs that are measured, each in a process of its own, and what the system says of them.
 */
@NullMarked
package com.voicesurvey.telephony.local.bench.host;

import org.jspecify.annotations.NullMarked;
