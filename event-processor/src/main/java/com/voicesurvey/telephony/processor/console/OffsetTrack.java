package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.processor.console.Figures.Rates;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The offsets as they move while somebody watches: what the ledger cannot tell of the past. */
final class OffsetTrack {
    private static final Duration RECENT = Duration.ofSeconds(10);

    private final Deque<Point> recent = new ArrayDeque<>();
    private final Map<Instant, Moved> bySlot = new HashMap<>();
    private String topicId = "";

    /** The sums of all partitions at a time. */
    record Point(Instant at, long written, long applied) {}

    /** What a slot saw, as far as somebody watched in it. */
    record Moved(long written, long applied, long lag) {}

    void add(String topic, Point point, Instant slot) {
        Point before = recent.peekLast();
        if (!topic.equals(topicId)
                || (before != null
                        && (point.written() < before.written()
                                || point.applied() < before.applied()))) {
            // another topic of that name, or offsets set back by hand
            recent.clear();
            before = null;
            topicId = topic;
        }
        Moved step =
                new Moved(
                        before == null ? 0 : point.written() - before.written(),
                        before == null ? 0 : point.applied() - before.applied(),
                        point.written() - point.applied());
        bySlot.merge(slot, step, OffsetTrack::sum);
        recent.addLast(point);
        while (recent.size() > 2 && recent.peekFirst().at().isBefore(point.at().minus(RECENT))) {
            recent.removeFirst();
        }
    }

    /** Forgets where the offsets stood, since nobody has looked for a while. */
    void pause() {
        recent.clear();
    }

    void forgetBefore(Instant slot) {
        bySlot.keySet().removeIf(start -> start.isBefore(slot));
    }

    @Nullable Moved in(Instant slot) {
        return bySlot.get(slot);
    }

    @Nullable Rates rates() {
        Point first = recent.peekFirst();
        Point last = recent.peekLast();
        if (first == null || last == null || first.equals(last)) {
            return null;
        }
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds <= 0
                ? null
                : new Rates(
                        (last.written() - first.written()) / seconds,
                        (last.applied() - first.applied()) / seconds);
    }

    private static Moved sum(Moved one, Moved other) {
        return new Moved(
                one.written() + other.written(),
                one.applied() + other.applied(),
                Math.max(one.lag(), other.lag()));
    }
}
