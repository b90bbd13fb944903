package com.voicesurvey.telephony.local.command;

import java.util.Map;

/** The options of one command, as the parser fills them. */
interface Options {
    /**
     * What they ask for.
     *
     * @param environment gives what no option does
     * @throws IllegalArgumentException if they make no sense, with a message for the person
     */
    Arguments arguments(Map<String, String> environment);
}
