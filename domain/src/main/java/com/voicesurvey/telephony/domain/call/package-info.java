/**
 * The state of a call attempt and its contact, and the pure rules by which events change it.
 * Whatever the order in which a call's events arrive, and however often, the same state comes out.
 */
@NullMarked
package com.voicesurvey.telephony.domain.call;

import org.jspecify.annotations.NullMarked;
