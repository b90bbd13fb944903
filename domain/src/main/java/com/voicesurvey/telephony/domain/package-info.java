/**
 * What a call is, in names that every part of the system shares: its identifiers here, its events
 * in {@code event}, its state and rules in {@code call}, who reports it in {@code provider}, and
 * the form in which events travel in {@code wire}.
 *
 * <p>Sees the JDK and JSpecify only; Jackson is seen by {@code wire} alone.
 */
@NullMarked
package com.voicesurvey.telephony.domain;

import org.jspecify.annotations.NullMarked;
