package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.Line;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws the facts of one call. */
record CallDrawing(RandomGenerator random) {
    private static final List<Place> FROM =
            List.of(
                    new Place("", "", ""),
                    new Place("FOND DU LAC", "WI", "54937"),
                    new Place("CRANE LAKE", "MN", "55771"));
    private static final List<Target> TO =
            List.of(
                    new Target("+1555", "", "US"),
                    new Target("+3906", "Lazio", "IT"),
                    new Target("+9198", "Maharashtra / Goa", "IN"));
    private static final List<Fault> FAULTS =
            List.of(
                    new Fault(404, null, null),
                    new Fault(503, null, null),
                    new Fault(403, "13227", "Dial: No International Authorization"),
                    new Fault(404, "13224", "Dial: Invalid phone number"));

    private record Place(String city, String state, String zip) {}

    private record Target(String prefix, String state, String country) {}

    private record Fault(int sip, @Nullable String code, @Nullable String message) {}

    CallIds ids(UUID campaign) {
        return new CallIds(
                "call-" + uuid(), campaign, uuid(), "CA" + uuid().toString().replace("-", ""));
    }

    Line line(String accountSid) {
        Place from = one(FROM);
        Target to = one(TO);
        String number = "%s%07d".formatted(to.prefix(), random.nextInt(10_000_000));
        return new Line(
                accountSid,
                "+15550100001",
                number,
                from.city(),
                from.state(),
                from.zip(),
                to.state(),
                to.country());
    }

    /** How long it takes a real call to get to a status from the one before. */
    Duration until(CallStatus status, CallEnding ending, CallEnd end) {
        return switch (status) {
            case INITIATED -> Duration.ZERO;
            case RINGING -> between(500, 3_000);
            case IN_PROGRESS -> between(2_000, 20_000);
            case COMPLETED -> Duration.ofSeconds(end.seconds());
            case NO_ANSWER -> between(25_000, 60_000);
            case CANCELED ->
                    ending == CallEnding.CANCELED_WHILE_RINGING
                            ? between(3_000, 20_000)
                            : between(100, 2_000);
            case BUSY, FAILED -> between(300, 4_000);
        };
    }

    CallEnd end(CallEnding ending) {
        @Nullable Integer ok = chance(0.9) ? 200 : null;
        return switch (ending) {
            case COMPLETED -> {
                String human = chance(0.5) ? "human" : null;
                yield new CallEnd(random.nextInt(5, 241), ok, null, null, human);
            }
            case COMPLETED_BY_MACHINE ->
                    new CallEnd(random.nextInt(3, 30), ok, null, null, "machine_start");
            case NO_ANSWER, CANCELED_BEFORE_RINGING, CANCELED_WHILE_RINGING ->
                    new CallEnd(0, 487, null, null, null);
            case BUSY_AT_ONCE, BUSY_AFTER_RINGING -> new CallEnd(0, 486, null, null, null);
            case FAILED -> {
                Fault fault = one(FAULTS);
                yield new CallEnd(0, fault.sip(), fault.code(), fault.message(), null);
            }
        };
    }

    UUID uuid() {
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(version4, variant);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    Duration between(int fromMillis, int toMillis) {
        return Duration.ofMillis(random.nextInt(fromMillis, toMillis));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
