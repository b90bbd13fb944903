package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.processor.audit.CallComparison;
import com.voicesurvey.telephony.processor.audit.CallEvidence;
import com.voicesurvey.telephony.processor.audit.CallRepair;
import com.voicesurvey.telephony.processor.audit.HeldCalls;
import com.voicesurvey.telephony.processor.audit.Verdict;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.store.Contacts;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Disposed;
import com.voicesurvey.telephony.processor.store.Disposition;
import com.voicesurvey.telephony.processor.store.Ledger;
import com.voicesurvey.telephony.processor.store.LockedAttempts;

import org.jooq.DSLContext;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts calls right in one transaction: locks them, compares them again, and writes what the topic
 * says of those that still differ. No dialogue starts, and what the dialogue owns stays.
 */
public final class RepairTransaction implements CallRepair {
    private final Database database;
    private final Clock clock;

    public RepairTransaction(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public int repair(List<CallEvidence> calls, LocalDate ledgerSince) {
        return database.transaction(tx -> repair(tx, calls, ledgerSince));
    }

    private int repair(DSLContext tx, List<CallEvidence> calls, LocalDate ledgerSince) {
        List<CallId> ids = calls.stream().map(CallEvidence::call).toList();
        LockedAttempts locked = LockedAttempts.of(tx, ids);
        HeldCalls held =
                new HeldCalls(
                        locked.byCall(),
                        Contacts.lock(tx, HeldCalls.contactsOf(locked.byCall().values())),
                        Ledger.ofCalls(tx, ids));
        List<CallAttempt> attempts = new ArrayList<>();
        List<Contact> contacts = new ArrayList<>();
        Map<ReadEvent, Disposition> missing = new HashMap<>();
        for (CallEvidence evidence : calls) {
            if (CallComparison.of(held.of(evidence.call()), evidence, ledgerSince)
                    instanceof Verdict.Differs differs) {
                attempts.add(differs.attempt());
                if (differs.contact() != null) {
                    contacts.add(differs.contact());
                }
                missing.putAll(differs.missing());
            }
        }
        if (!attempts.isEmpty()) {
            locked.write(attempts);
        }
        if (!contacts.isEmpty()) {
            Contacts.write(tx, contacts);
        }
        if (!missing.isEmpty()) {
            enter(tx, missing, clock.instant());
        }
        return attempts.size();
    }

    private static void enter(DSLContext tx, Map<ReadEvent, Disposition> missing, Instant now) {
        Ledger.insertNew(tx, missing.keySet(), now);
        List<Disposed> notable =
                missing.entrySet().stream()
                        .filter(entry -> entry.getValue() != Disposition.APPLIED)
                        .map(entry -> new Disposed(entry.getKey().event(), entry.getValue()))
                        .toList();
        if (!notable.isEmpty()) {
            Ledger.note(tx, notable, now);
        }
    }
}
