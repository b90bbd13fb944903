/**
 * The calls that the benchmark is about, and their reports: the same ones by the same number, in
 * Java as in SQL.
 */
@NullMarked
package com.voicesurvey.telephony.local.bench.traffic;

import org.jspecify.annotations.NullMarked;
