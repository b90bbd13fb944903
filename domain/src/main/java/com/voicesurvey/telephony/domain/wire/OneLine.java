package com.voicesurvey.telephony.domain.wire;

/** Text from outside made fit for a header, a log and a terminal: one line of bounded length. */
final class OneLine {
    private OneLine() {}

    /** The text with blanks for control characters, cut to so many characters. */
    static String of(String text, int maxLength) {
        return text.codePoints()
                .limit(maxLength)
                .map(c -> isPlain(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
