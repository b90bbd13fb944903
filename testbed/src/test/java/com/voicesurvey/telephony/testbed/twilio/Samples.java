package com.voicesurvey.telephony.testbed.twilio;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** The values of the captured requests. */
final class Samples {
    static final CallIds IDS =
            new CallIds(
                    "call 1/ü",
                    UUID.fromString("11111111-1111-4111-8111-111111111111"),
                    UUID.fromString("22222222-2222-4222-8222-222222222222"),
                    "CA0cc175b9c0f1b6a831c399e269772661");

    private Samples() {}

    static StatusCallback callback(CallStatus status, @Nullable CallEnd end) {
        return callback(status, 0, "2026-02-12T11:48:25Z", line("", "", "", ""), end);
    }

    static StatusCallback callback(
            CallStatus status, int sequence, String time, Line line, @Nullable CallEnd end) {
        return new StatusCallback(IDS, line, status, sequence, Instant.parse(time), end);
    }

    static Line line(String fromCity, String fromState, String fromZip, String toState) {
        return new Line(
                "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "+15550100001",
                "+15550100002",
                fromCity,
                fromState,
                fromZip,
                toState,
                "IN");
    }
}
