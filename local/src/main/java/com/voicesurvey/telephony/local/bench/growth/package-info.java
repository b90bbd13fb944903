/**
 * {@code bench growth}: whether events are applied as quickly with millions of calls behind them.
 */
@NullMarked
package com.voicesurvey.telephony.local.bench.growth;

import org.jspecify.annotations.NullMarked;
