package com.voicesurvey.telephony.processor.command;

/** What the commands' exit codes mean. */
public final class ExitCode {
    /** It did what was asked, and found nothing wrong. */
    public static final int OK = 0;

    /** It could not do it, or not to its end. */
    public static final int FAILED = 1;

    /** Arguments or environment are wrong; nothing was done. */
    public static final int USAGE = 2;

    /** It did what was asked, and found what it was asked to look for: something to act on. */
    public static final int FOUND = 3;

    private ExitCode() {}
}
