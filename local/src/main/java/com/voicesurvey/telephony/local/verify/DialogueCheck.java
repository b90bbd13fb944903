package com.voicesurvey.telephony.local.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether each call that was answered while it was alive has started its dialogue, once.
 *
 * @param expected calls whose answer is on {@code call-events} before their end
 * @param messages records on {@code dialogue-starts}
 * @param missing expected calls without one
 * @param repeated calls with more than one
 * @param unexpected calls with one that were not answered while alive
 */
public record DialogueCheck(int expected, int messages, int missing, int repeated, int unexpected) {

    static DialogueCheck of(List<TopicRecord> events, List<TopicRecord> starts) {
        Set<String> alive = answeredWhileAlive(events);
        Map<String, Integer> startsByCall = new HashMap<>();
        starts.forEach(start -> startsByCall.merge(start.callId(), 1, Integer::sum));
        return new DialogueCheck(
                alive.size(),
                starts.size(),
                count(alive, call -> !startsByCall.containsKey(call)),
                count(startsByCall.keySet(), call -> startsByCall.getOrDefault(call, 0) > 1),
                count(startsByCall.keySet(), call -> !alive.contains(call)));
    }

    boolean isRight() {
        return missing == 0 && repeated == 0 && unexpected == 0;
    }

    /** A call's records are in one partition, so that their order is the order of application. */
    private static Set<String> answeredWhileAlive(List<TopicRecord> events) {
        Set<String> alive = new HashSet<>();
        Set<String> ended = new HashSet<>();
        for (TopicRecord event : events) {
            if (EventTypes.isEnd(event.type())) {
                ended.add(event.callId());
            } else if (event.type().equals(EventTypes.ANSWERED)
                    && !ended.contains(event.callId())) {
                alive.add(event.callId());
            }
        }
        return alive;
    }

    private static int count(Set<String> calls, Predicate<String> which) {
        return Math.toIntExact(calls.stream().filter(which).count());
    }
}
