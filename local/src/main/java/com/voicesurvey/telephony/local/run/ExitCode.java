package com.voicesurvey.telephony.local.run;

/** What the program's exit codes mean. */
public final class ExitCode {
    /** It did what was asked, and found nothing wrong. */
    public static final int OK = 0;

    /** It could not do it, or what it checked is wrong. */
    public static final int FAILED = 1;

    /** Arguments or environment are wrong; nothing was started. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
