package com.voicesurvey.telephony.local.bench.load;

/** Finds the end of an HTTP/1.1 answer of known length. */
final class Answer {
    private static final int SHORTEST = "HTTP/1.1 200".length();
    private static final byte[] LENGTH = {
        '\n', 'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'
    };

    private Answer() {}

    /** The answer's status once it is whole; 0 as long as it is not. */
    static int status(byte[] bytes, int length) {
        int head = headLength(bytes, length);
        if (head < 0 || length < head + bodyLength(bytes, head)) {
            return 0;
        }
        return number(bytes, SHORTEST - 3);
    }

    private static int headLength(byte[] bytes, int length) {
        for (int i = SHORTEST; i + 3 < length; i++) {
            if (bytes[i] == '\r'
                    && bytes[i + 1] == '\n'
                    && bytes[i + 2] == '\r'
                    && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static int bodyLength(byte[] bytes, int head) {
        for (int i = SHORTEST; i + LENGTH.length < head; i++) {
            if (bytes[i] == '\n' && isLengthField(bytes, i)) {
                int at = i + LENGTH.length;
                while (bytes[at] == ' ') {
                    at++;
                }
                return number(bytes, at);
            }
        }
        throw new IllegalStateException("an answer without Content-Length");
    }

    private static boolean isLengthField(byte[] bytes, int at) {
        for (int i = 1; i < LENGTH.length; i++) {
            // letters in either case; of the other characters this bit is set already
            if ((bytes[at + i] | 0x20) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int at) {
        int number = 0;
        for (int i = at; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
