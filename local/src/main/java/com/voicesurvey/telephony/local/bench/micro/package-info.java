/** {@code bench micro}: the steps of a callback's way one by one, by JMH. */
@NullMarked
package com.voicesurvey.telephony.local.bench.micro;

import org.jspecify.annotations.NullMarked;
