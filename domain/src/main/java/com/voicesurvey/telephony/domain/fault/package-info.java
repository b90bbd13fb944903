/** How failures are told to a person. */
@NullMarked
package com.voicesurvey.telephony.domain.fault;

import org.jspecify.annotations.NullMarked;
