package com.voicesurvey.telephony.testbed.twilio;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A kind of failure after which Twilio can be asked to try again. */
public enum RetryOn {
    /** The connection or its TLS handshake failed: the only kind by default. */
    CONNECT_FAILURE("ct"),
    /** No answer in time, or the connection broke before there was one. */
    READ_FAILURE("rt"),
    CLIENT_ERROR("4xx"),
    SERVER_ERROR("5xx");

    private final String code;

    RetryOn(String code) {
        this.code = code;
    }

    /** Reads the override {@code rp}: codes separated by commas, or {@code all}. */
    static Set<RetryOn> parse(String codes) {
        if (codes.equals("all")) {
            return EnumSet.allOf(RetryOn.class);
        }
        var kinds = EnumSet.noneOf(RetryOn.class);
        for (String code : codes.split(",", -1)) {
            kinds.add(
                    Arrays.stream(values())
                            .filter(kind -> kind.code.equals(code))
                            .findFirst()
                            .orElseThrow(
                                    () -> new IllegalArgumentException("rp knows no " + code)));
        }
        return kinds;
    }
}
