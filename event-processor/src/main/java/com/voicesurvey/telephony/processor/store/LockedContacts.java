package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;

import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.call.Contact;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Contacts that a transaction has locked, to be changed and written back together. */
public final class LockedContacts {
    private final DSLContext tx;
    private final Map<ContactId, Contact> byId = new HashMap<>();
    private final Map<ContactId, String> places = new HashMap<>();

    private LockedContacts(DSLContext tx) {
        this.tx = tx;
    }

    /** Those contacts, locked in key order until the transaction ends. */
    public static LockedContacts of(DSLContext tx, Collection<ContactId> ids) {
        LockedContacts locked = new LockedContacts(tx);
        if (ids.isEmpty()) {
            return locked;
        }
        Field<String> place = RowPlace.of(CONTACTS);
        tx.select(Contacts.COLUMNS)
                .select(place)
                .from(CONTACTS)
                .where(Contacts.isOneOf(ids))
                .orderBy(CONTACTS.ID)
                .forNoKeyUpdate()
                .of(CONTACTS)
                .fetch()
                .forEach(row -> locked.add(Contacts.contact(row), row.get(place)));
        return locked;
    }

    private void add(Contact contact, String place) {
        byId.put(contact.id(), contact);
        places.put(contact.id(), place);
    }

    /** As they stood when they were locked. */
    public Map<ContactId, Contact> byId() {
        return Collections.unmodifiableMap(byId);
    }

    /**
     * Writes the standing of these. Once only: they stand elsewhere afterwards.
     *
     * @param contacts any of those that are locked
     * @throws IllegalStateException if one of them is not locked, or gone
     */
    public void write(Collection<Contact> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        var rows = new ArrayRows<>(List.copyOf(contacts));
        var place = rows.column(RowPlace.of(CONTACTS), c -> places.get(c.id()));
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
                        .where(RowPlace.is(CONTACTS, place))
                        .and(CONTACTS.ID.eq(id))
                        .execute();
        RowCount.require("contacts", contacts.size(), written);
    }
}
