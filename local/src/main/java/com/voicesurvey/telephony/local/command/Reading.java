package com.voicesurvey.telephony.local.command;

/** What became of a command line. */
public sealed interface Reading {

    /** Something to do. */
    record Understood(Arguments arguments) implements Reading {}

    /** Help or a complaint was printed; there is nothing left to do. */
    record Answered(int exitCode) implements Reading {}
}
