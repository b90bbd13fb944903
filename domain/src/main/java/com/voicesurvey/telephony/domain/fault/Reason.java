package com.voicesurvey.telephony.domain.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Why something failed, in one line: libraries say "SSL handshake failed" and leave what is wrong
 * with the certificate to the cause of the cause.
 */
public final class Reason {
    private static final int DEEPEST = 8;

    private Reason() {}

    /**
     * What each cause adds, from the outermost inwards; first lines only, repetitions and telephone
     * numbers left out.
     */
    public static String of(Throwable failure) {
        List<String> told = new ArrayList<>();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String line = firstLine(cause);
            if (!wraps(cause) && told.stream().noneMatch(text -> text.contains(line))) {
                told.removeIf(line::contains);
                told.add(line);
            }
            cause = cause.getCause();
        }
        return PhoneNumbers.masked(String.join(": ", told));
    }

    /** Whether it has no words of its own: its message is its cause's name and message. */
    private static boolean wraps(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && cause.toString().equals(failure.getMessage());
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
