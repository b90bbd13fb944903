package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;

import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.call.ContactStanding;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The contacts, as the rules see them. */
public final class Contacts {
    private static final Field<Integer> LATEST_ATTEMPT =
            DSL.field(
                    DSL.select(DSL.max(CALL_ATTEMPTS.ATTEMPT_NUMBER))
                            .from(CALL_ATTEMPTS)
                            .where(CALL_ATTEMPTS.CONTACT_ID.eq(CONTACTS.ID)));

    /** What the rules look at. */
    static final List<Field<?>> COLUMNS =
            List.of(CONTACTS.ID, CONTACTS.STATE, CONTACTS.LAST_OUTCOME, LATEST_ATTEMPT);

    private Contacts() {}

    /** Those contacts, without locking. */
    public static Map<ContactId, Contact> read(DSLContext tx, Collection<ContactId> ids) {
        return tx
                .select(COLUMNS)
                .from(CONTACTS)
                .where(isOneOf(ids))
                .fetch(Contacts::contact)
                .stream()
                .collect(Collectors.toMap(Contact::id, contact -> contact));
    }

    static Condition isOneOf(Collection<ContactId> ids) {
        return CONTACTS.ID.eq(DSL.any(ids.stream().map(ContactId::value).toArray(UUID[]::new)));
    }

    static Contact contact(Record row) {
        var standing =
                new ContactStanding(
                        Objects.requireNonNull(
                                EnumColumns.CONTACT_STATE.domain(row.get(CONTACTS.STATE))),
                        EnumColumns.OUTCOME.domain(row.get(CONTACTS.LAST_OUTCOME)));
        return new Contact(new ContactId(row.get(CONTACTS.ID)), standing, row.get(LATEST_ATTEMPT));
    }
}
