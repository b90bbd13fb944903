package com.voicesurvey.telephony.local.simulate;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

/** Writes rows as the platform's scheduler does when it dials. Rows that are there are kept. */
public final class CallRows {
    private final DSLContext sql;

    public CallRows(DataSource database) {
        this.sql = DSL.using(database, SQLDialect.POSTGRES);
    }

    /** A running campaign in that language, {@code en} or {@code it}. */
    public void addCampaign(UUID id, String name, String language) {
        sql.execute(
                """
                insert into campaigns (id, name, status, language)
                values (?, ?, 'running', ?::campaign_language)
                on conflict do nothing
                """,
                id,
                name,
                language);
    }

    /** The contacts of those calls, being called; says how many are new. */
    public int addContacts(List<NewCall> calls) {
        return sql.execute(
                """
                insert into contacts
                    (id, campaign_id, phone_number, state, attempts_count, last_attempt_at)
                select id, campaign_id, phone_number, 'in_progress', 1, now()
                from unnest(?::uuid[], ?::uuid[], ?::text[]) as c (id, campaign_id, phone_number)
                on conflict do nothing
                """,
                ids(calls, NewCall::contactId),
                ids(calls, NewCall::campaignId),
                texts(calls, NewCall::phoneNumber));
    }

    /** The attempts; says how many are new. */
    public int addAttempts(List<NewCall> calls) {
        return sql.execute(
                """
                insert into call_attempts (contact_id, campaign_id, attempt_number, call_id)
                select contact_id, campaign_id, 1, call_id
                from unnest(?::uuid[], ?::uuid[], ?::text[]) as c (contact_id, campaign_id, call_id)
                on conflict do nothing
                """,
                ids(calls, NewCall::contactId),
                ids(calls, NewCall::campaignId),
                texts(calls, NewCall::callId));
    }

    /** Has a call that has not ended be placed so long ago. */
    public void setBack(NewCall call, Duration ago) {
        sql.execute(
                """
                update call_attempts set started_at = now() - make_interval(secs => ?)
                where call_id = ? and ended_at is null
                """,
                ago.toSeconds(),
                call.callId());
    }

    // one array each, and not the elements as arguments
    private static Object ids(List<NewCall> calls, Function<NewCall, UUID> id) {
        return calls.stream().map(id).toArray(UUID[]::new);
    }

    private static Object texts(List<NewCall> calls, Function<NewCall, String> text) {
        return calls.stream().map(text).toArray(String[]::new);
    }
}
