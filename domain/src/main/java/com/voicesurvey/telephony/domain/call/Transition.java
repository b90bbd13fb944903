package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.event.CallEvent.Answered;

/** What an event does to a call. */
public sealed interface Transition {
    /** The call moved on. */
    record Advanced(CallState state) implements Transition {}

    /** The call was answered while it was alive: it moved on, and its dialogue starts now. */
    record DialogueStarts(CallState state, Answered cause) implements Transition {}

    /**
     * The call had already come further: only what this event alone knows was filled in, if
     * anything.
     */
    record Overtaken(CallState state) implements Transition {}

    /** The event belongs to the call and changes nothing of it. */
    record Noted() implements Transition {}

    /** The event is of another leg of the call: worth recording, nothing to apply. */
    record OtherLeg() implements Transition {}

    /** The event contradicts the attempt that it names, so one of the two is wrong. */
    record Contradiction(String detail) implements Transition {}
}
