/** The benchmark's PostgreSQL: databases with calls in them, and what became of those. */
@NullMarked
package com.voicesurvey.telephony.local.bench.database;

import org.jspecify.annotations.NullMarked;
