/**
 * The service that takes the provider's callbacks: started from {@code main} or in another process
 * by the same {@code start}. Wired by hand here; the packages below do the work.
 */
@NullMarked
package com.voicesurvey.telephony.ingest;

import org.jspecify.annotations.NullMarked;
