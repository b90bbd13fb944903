package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;

import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.call.ContactStanding;
import com.voicesurvey.telephony.processor.db.enums.CallOutcome;
import com.voicesurvey.telephony.processor.db.enums.ContactState;

import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The contacts: loaded under lock, written back together. */
public final class Contacts {
    private Contacts() {}

    /** Those contacts, locked in key order until the transaction ends. */
    public static Map<ContactId, Contact> lock(DSLContext tx, Collection<ContactId> ids) {
        return byId(select(tx, ids).orderBy(CONTACTS.ID).forNoKeyUpdate().of(CONTACTS).fetch());
    }

    /** Those contacts, without locking. */
    public static Map<ContactId, Contact> read(DSLContext tx, Collection<ContactId> ids) {
        return byId(select(tx, ids).fetch());
    }

    private static SelectConditionStep<Record4<UUID, ContactState, CallOutcome, Integer>> select(
            DSLContext tx, Collection<ContactId> ids) {
        var latest =
                DSL.field(
                        DSL.select(DSL.max(CALL_ATTEMPTS.ATTEMPT_NUMBER))
                                .from(CALL_ATTEMPTS)
                                .where(CALL_ATTEMPTS.CONTACT_ID.eq(CONTACTS.ID)));
        return tx.select(CONTACTS.ID, CONTACTS.STATE, CONTACTS.LAST_OUTCOME, latest)
                .from(CONTACTS)
                .where(
                        CONTACTS.ID.eq(
                                DSL.any(ids.stream().map(ContactId::value).toArray(UUID[]::new))));
    }

    private static Map<ContactId, Contact> byId(
            List<Record4<UUID, ContactState, CallOutcome, Integer>> rows) {
        Map<ContactId, Contact> contacts = new HashMap<>();
        for (var row : rows) {
            ContactId id = new ContactId(row.value1());
            var standing =
                    new ContactStanding(
                            Objects.requireNonNull(EnumColumns.CONTACT_STATE.domain(row.value2())),
                            EnumColumns.OUTCOME.domain(row.value3()));
            contacts.put(id, new Contact(id, standing, row.value4()));
        }
        return contacts;
    }

    /**
     * Writes the standing of those locked contacts.
     *
     * @throws IllegalStateException if one of them is gone
     */
    public static void write(DSLContext tx, Collection<Contact> contacts) {
        var rows = new ArrayRows<>(List.copyOf(contacts));
        var id = rows.column(CONTACTS.ID, c -> c.id().value());
        int written =
                tx.update(CONTACTS)
                        .set(
                                CONTACTS.STATE,
                                rows.column(
                                        CONTACTS.STATE,
                                        c ->
                                                EnumColumns.CONTACT_STATE.column(
                                                        c.standing().state())))
                        .set(
                                CONTACTS.LAST_OUTCOME,
                                rows.column(
                                        CONTACTS.LAST_OUTCOME,
                                        c ->
                                                EnumColumns.OUTCOME.column(
                                                        c.standing().lastOutcome())))
                        .set(CONTACTS.UPDATED_AT, DSL.currentOffsetDateTime())
                        .from(rows.table())
                        .where(CONTACTS.ID.eq(id))
                        .execute();
        RowCount.require("contacts", contacts.size(), written);
    }
}
