package com.voicesurvey.telephony.local.faults.oracle;

import com.voicesurvey.telephony.local.faults.oracle.Finding.Kind;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the oracle says.
 *
 * @param sent events that were sent, each once
 * @param acknowledged how many of them were answered 2xx
 * @param dialogues calls that started theirs
 */
public record Verdict(int sent, int acknowledged, int dialogues, List<Finding> findings) {
    private static final int SHOWN = 15;

    public Verdict {
        findings = List.copyOf(findings);
    }

    public long lost() {
        return count(Kind.LOST);
    }

    public long doubled() {
        return count(Kind.DOUBLED);
    }

    public long wrong() {
        return count(Kind.WRONG);
    }

    public boolean isRight() {
        return findings.isEmpty();
    }

    /** The first findings, a line each. */
    public String firstFindings() {
        return findings.stream()
                .limit(SHOWN)
                .map(Finding::toString)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private long count(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
