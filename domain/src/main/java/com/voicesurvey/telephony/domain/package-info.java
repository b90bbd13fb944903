/**
 * What a call is: its events, its state and the rules between them, the provider that reports it
 * and the form in which events travel.
 */
@NullMarked
package com.voicesurvey.telephony.domain;

import org.jspecify.annotations.NullMarked;
