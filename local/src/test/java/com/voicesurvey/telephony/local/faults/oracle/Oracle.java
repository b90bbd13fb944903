package com.voicesurvey.telephony.local.faults.oracle;

import com.voicesurvey.telephony.local.faults.oracle.Finding.Kind;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Judges what is held against what was acknowledged.
 *
 * <p>What was answered 2xx must be on the topic. What was sent and never acknowledged may be there
 * or not, but then everywhere or nowhere: whatever is on the topic must have had its effect, once,
 * in the topic's order, and nothing else may have had any.
 */
public final class Oracle {
    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<EventId, SentEvent> sent = new HashMap<>();
    private final Set<EventId> onTopic = new HashSet<>();
    private final Map<String, List<StatusCallback>> byCall = new LinkedHashMap<>();
    private int dialogues;

    private Oracle(Evidence evidence) {
        this.evidence = evidence;
        evidence.sent().forEach(event -> sent.put(event.id(), event));
        evidence.calls().forEach(call -> byCall.put(call, new ArrayList<>()));
    }

    /** The verdict on that evidence. */
    public static Verdict judge(Evidence evidence) {
        Oracle oracle = new Oracle(evidence);
        oracle.judgeTopic();
        oracle.judgeLedger();
        oracle.judgeAttempts();
        oracle.judgeDialogues();
        oracle.judgeLeftovers();
        return oracle.verdict();
    }

    private void judgeTopic() {
        Map<String, EventId> known = new HashMap<>();
        sent.keySet().forEach(id -> known.put(id.callId() + id.type(), id));
        for (TopicRecord topicRecord : evidence.callEvents()) {
            EventId id = known.get(topicRecord.callId() + topicRecord.type());
            if (id == null) {
                found(Kind.WRONG, topicRecord.callId(), topicRecord.type() + " was sent by nobody");
            } else if (onTopic.add(id)) {
                byCall.computeIfAbsent(id.callId(), _ -> new ArrayList<>())
                        .add(Objects.requireNonNull(sent.get(id)).callback());
            }
        }
        for (SentEvent event : sent.values()) {
            if (event.acknowledged() != null && !onTopic.contains(event.id())) {
                found(Kind.LOST, event.id().callId(), event.id().type() + " was acknowledged");
            }
        }
        byCall.forEach(this::judgeOrder);
    }

    /** What one instance has acknowledged comes before what it is sent afterwards. */
    private void judgeOrder(String call, List<StatusCallback> events) {
        List<SentEvent> inOrder =
                events.stream()
                        .map(event -> Objects.requireNonNull(sent.get(EventId.of(event))))
                        .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            for (SentEvent later : inOrder.subList(i + 1, inOrder.size())) {
                if (later.precedes(inOrder.get(i))) {
                    found(
                            Kind.WRONG,
                            call,
                            "%s overtook %s on the topic"
                                    .formatted(inOrder.get(i).id().type(), later.id().type()));
                }
            }
        }
    }

    private void judgeLedger() {
        Set<EventId> held = new HashSet<>();
        for (HeldEvent row : evidence.ledger()) {
            String type = row.id().type();
            if (!held.add(row.id())) {
                found(Kind.DOUBLED, row.id().callId(), type + " is in the ledger twice");
            }
            if (!row.applied()) {
                found(Kind.LOST, row.id().callId(), type + " was never applied");
            }
            if (!onTopic.contains(row.id())) {
                found(Kind.WRONG, row.id().callId(), type + " is in the ledger, not on the topic");
            }
        }
        for (EventId id : onTopic) {
            if (!held.contains(id)) {
                found(Kind.LOST, id.callId(), id.type() + " is on the topic, not in the ledger");
            }
        }
    }

    private void judgeAttempts() {
        Set<String> missing = new HashSet<>(byCall.keySet());
        for (CallRow row : evidence.attempts()) {
            if (!missing.remove(row.callId())) {
                found(Kind.WRONG, row.callId(), "an attempt that nobody has planned");
                continue;
            }
            CallRow expected = model(row.callId()).row();
            row.wrongAgainst(expected)
                    .forEach(
                            (column, value) ->
                                    found(
                                            Kind.WRONG,
                                            row.callId(),
                                            "%s should be %s and is %s"
                                                    .formatted(
                                                            column,
                                                            expected.column(column),
                                                            value)));
        }
        missing.forEach(call -> found(Kind.LOST, call, "its attempt is missing"));
    }

    private void judgeDialogues() {
        Map<String, Set<String>> started = new HashMap<>();
        for (TopicRecord start : evidence.dialogueStarts()) {
            started.computeIfAbsent(start.callId(), _ -> new HashSet<>()).add(start.id());
        }
        for (String call : byCall.keySet()) {
            int ids = started.getOrDefault(call, Set.of()).size();
            boolean due = model(call).startsDialogue();
            started.remove(call);
            dialogues += due ? 1 : 0;
            if (due && ids == 0) {
                found(Kind.LOST, call, "its dialogue was not started");
            } else if (ids > 1) {
                found(Kind.DOUBLED, call, "its dialogue was started with %d ids".formatted(ids));
            } else if (!due && ids > 0) {
                found(Kind.WRONG, call, "its dialogue was started, and was not to be");
            }
        }
        started.keySet().forEach(call -> found(Kind.WRONG, call, "a dialogue of no call"));
    }

    private void judgeLeftovers() {
        evidence.deadLetters()
                .forEach(letter -> found(Kind.WRONG, letter.callId(), "a dead letter"));
        if (evidence.parked() > 0) {
            found(Kind.LOST, "-", evidence.parked() + " events are still parked");
        }
        if (evidence.unsent() > 0) {
            found(Kind.LOST, "-", evidence.unsent() + " messages are still in the outbox");
        }
    }

    private CallModel model(String call) {
        return new CallModel(call, byCall.getOrDefault(call, List.of()));
    }

    private void found(Kind kind, String call, String what) {
        findings.add(new Finding(kind, call, what));
    }

    private Verdict verdict() {
        long acknowledged =
                sent.values().stream().filter(event -> event.acknowledged() != null).count();
        return new Verdict(sent.size(), Math.toIntExact(acknowledged), dialogues, findings);
    }
}
