package com.voicesurvey.telephony.local.bench.kafka;

import java.util.Arrays;

/** Many numbers, without an object for each. */
final class Numbers {
    private long[] numbers = new long[1 << 16];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Those so far, in their order. */
    long[] build() {
        return Arrays.copyOf(numbers, size);
    }
}
