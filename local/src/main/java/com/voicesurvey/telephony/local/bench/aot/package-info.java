/** Has the JVM learn the services' start before they are started. */
@NullMarked
package com.voicesurvey.telephony.local.bench.aot;

import org.jspecify.annotations.NullMarked;
