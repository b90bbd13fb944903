/** {@code bench footprint}: how long a service takes to be ready, and its memory. */
@NullMarked
package com.voicesurvey.telephony.local.bench.footprint;

import org.jspecify.annotations.NullMarked;
