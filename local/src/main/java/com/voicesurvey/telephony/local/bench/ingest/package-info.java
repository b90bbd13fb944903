/** {@code bench ingest}: callbacks a second, and how long each takes. */
@NullMarked
package com.voicesurvey.telephony.local.bench.ingest;

import org.jspecify.annotations.NullMarked;
