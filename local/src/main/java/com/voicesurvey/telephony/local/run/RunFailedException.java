package com.voicesurvey.telephony.local.run;

/** The program cannot do what it was asked for; the message is for the person who asked. */
public final class RunFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A failure: the exit code is {@link ExitCode#FAILED}. */
    public RunFailedException(String message) {
        this(message, ExitCode.FAILED);
    }

    public RunFailedException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
