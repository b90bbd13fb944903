package com.voicesurvey.telephony.processor.audit;

import java.time.LocalDate;
import java.util.List;

/** Puts calls right. */
@FunctionalInterface
public interface CallRepair {
    /**
     * Compares those calls again under lock, and writes what the topic says of those that still
     * differ.
     *
     * @return how many were put right; one that has moved on meanwhile is left alone
     */
    int repair(List<CallEvidence> calls, LocalDate ledgerSince);
}
