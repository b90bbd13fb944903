package com.voicesurvey.telephony.domain.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as {@link Instant#toString} writes them. {@link Instant#parse} does the same in twenty
 * times the time (950 ns beside 40): it was a tenth of what the threads that apply events spent.
 */
final class WireTime {
    private static final int SECONDS_END = 19;
    private static final int MOST_DIGITS = 9;

    private WireTime() {}

    /**
     * The time in that text, as {@link Instant#parse} reads it.
     *
     * @throws DateTimeException if it is none
     */
    static Instant parse(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END
                || last > SECONDS_END + 1 + MOST_DIGITS
                || last == SECONDS_END + 1
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(last) != 'Z'
                || (last > SECONDS_END && text.charAt(SECONDS_END) != '.')) {
            return Instant.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int fraction = last > SECONDS_END ? number(text, SECONDS_END + 1, last) : 0;
        // what is no number is negative
        if ((year | month | day | hour | minute | second | fraction) < 0
                || hour > 23
                || minute > 59
                || second > 59) {
            return Instant.parse(text);
        }
        for (int digits = last - SECONDS_END - 1; digits < MOST_DIGITS && fraction > 0; digits++) {
            fraction *= 10;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, fraction);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
