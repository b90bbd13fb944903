package com.voicesurvey.telephony.local.place;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.CallOrder;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The attempts of calls that are placed from here. What was asked of the provider stands in the
 * attempt's {@code metadata}: {@code dial_asked_at} from before the request until it was refused.
 */
public final class PlacedAttempts {
    private final DSLContext sql;

    public PlacedAttempts(DataSource database) {
        this.sql = DSL.using(database, SQLDialect.POSTGRES);
    }

    /** A running campaign for calls that belong to no other. */
    public void addCampaign(CampaignId id, Language language) {
        sql.execute(
                """
                insert into campaigns (id, name, status, language)
                values (?, 'Calls placed by hand', 'running', ?::campaign_language)
                on conflict do nothing
                """,
                id.value(),
                language.name().toLowerCase(Locale.ROOT));
    }

    /** Adds what is not there yet, and lets one caller dial. */
    Registration register(CallOrder order, Instant now) {
        return sql.transactionResult(tx -> register(tx.dsl(), order, now));
    }

    /** Lets one of several callers dial again; the others get false. */
    boolean claim(CallId call, Instant asked, Instant now) {
        return sql.execute(
                        """
                        update call_attempts
                        set metadata = metadata || jsonb_build_object('dial_asked_at', ?::text)
                        where call_id = ? and metadata ->> 'dial_asked_at' = ?
                            and provider_call_id is null
                        """,
                        now.toString(),
                        call.value(),
                        asked.toString())
                == 1;
    }

    /** A callback of the call may have said so already. */
    void dialled(CallId call, ProviderCallId id) {
        sql.execute(
                """
                update call_attempts set provider_call_id = ?
                where call_id = ? and provider_call_id is null
                """,
                id.value(),
                call.value());
    }

    /** That there is no call; for good, unless it may be tried again. */
    void refused(CallId call, ProviderError error, boolean retryable) {
        sql.execute(
                """
                update call_attempts
                set metadata = metadata - 'dial_asked_at', error_code = ?, error_message = ?,
                    outcome = case when ? then outcome else 'failed' end,
                    call_stage = case when ? then call_stage else 'ended' end,
                    ended_at = case when ? then ended_at else now() end
                where call_id = ? and provider_call_id is null
                """,
                error.code(),
                error.message(),
                retryable,
                retryable,
                retryable,
                call.value());
    }

    /** The first of those that no other attempt has. */
    Optional<ProviderCallId> firstOfNobodyElse(CallId call, List<ProviderCallId> ids) {
        List<String> taken =
                sql.fetch(
                                """
                                select provider_call_id from call_attempts
                                where provider_call_id = any (?::text[]) and call_id <> ?
                                """,
                                (Object)
                                        ids.stream()
                                                .map(ProviderCallId::value)
                                                .toArray(String[]::new),
                                call.value())
                        .map(row -> row.get(0, String.class));
        return ids.stream().filter(id -> !taken.contains(id.value())).findFirst();
    }

    private static Registration register(DSLContext tx, CallOrder order, Instant now) {
        String refusal = contactRefusal(tx, order);
        if (refusal != null) {
            return new Registration.Impossible(refusal);
        }
        int added =
                tx.execute(
                        """
                        insert into call_attempts
                            (contact_id, campaign_id, call_id, started_at, attempt_number)
                        select ?, ?, ?, ?::timestamptz, coalesce(max(attempt_number), 0) + 1
                        from call_attempts where contact_id = ?
                        on conflict (call_id) do nothing
                        """,
                        order.contactId().value(),
                        order.campaignId().value(),
                        order.callId().value(),
                        now.toString(),
                        order.contactId().value());
        if (added == 1) {
            tx.execute(
                    """
                    update contacts set attempts_count = attempts_count + 1, last_attempt_at = now(),
                        state = case when state in ('pending', 'not_reached')
                            then 'in_progress' else state end
                    where id = ?
                    """,
                    order.contactId().value());
        }
        return standing(tx, order, now);
    }

    /** Adds the contact where it is new, and locks it, so that its attempts are counted once. */
    private static @Nullable String contactRefusal(DSLContext tx, CallOrder order) {
        UUID id = order.contactId().value();
        if (tx.fetchOne("select 1 from campaigns where id = ?", order.campaignId().value())
                == null) {
            return "There is no campaign " + order.campaignId();
        }
        tx.execute(
                """
                insert into contacts (id, campaign_id, phone_number) values (?, ?, ?)
                on conflict do nothing
                """,
                id,
                order.campaignId().value(),
                order.to());
        Record contact =
                Objects.requireNonNull(
                        tx.fetchOne(
                                """
                                select campaign_id, phone_number, do_not_call
                                from contacts where id = ? for update
                                """,
                                id));
        if (contact.get("do_not_call", boolean.class)) {
            return "Contact " + id + " is marked do_not_call";
        }
        if (!contact.get("campaign_id", UUID.class).equals(order.campaignId().value())) {
            return "Contact " + id + " is of another campaign";
        }
        return contact.get("phone_number", String.class).equals(order.to())
                ? null
                : "Contact " + id + " has another telephone number";
    }

    private static Registration standing(DSLContext tx, CallOrder order, Instant now) {
        Record attempt =
                Objects.requireNonNull(
                        tx.fetchOne(
                                """
                                select contact_id, campaign_id, provider_call_id, ended_at,
                                    error_code, metadata ->> 'dial_asked_at' as asked_at
                                from call_attempts where call_id = ? for update
                                """,
                                order.callId().value()));
        if (!attempt.get("contact_id", UUID.class).equals(order.contactId().value())
                || !attempt.get("campaign_id", UUID.class).equals(order.campaignId().value())) {
            return new Registration.Impossible(
                    "Call " + order.callId() + " is of another contact or campaign");
        }
        String provider = attempt.get("provider_call_id", String.class);
        if (provider != null) {
            return new Registration.Dialled(new ProviderCallId(provider));
        }
        if (attempt.get("ended_at") != null) {
            return new Registration.Impossible(
                    "Call "
                            + order.callId()
                            + " has ended: "
                            + attempt.get("error_code", String.class)
                            + "; give another --call-id to dial anew");
        }
        String asked = attempt.get("asked_at", String.class);
        if (asked != null) {
            return new Registration.Asked(Instant.parse(asked));
        }
        tx.execute(
                """
                update call_attempts
                set metadata = metadata || jsonb_build_object('dial_asked_at', ?::text)
                where call_id = ?
                """,
                now.toString(),
                order.callId().value());
        return new Registration.ToDial(now);
    }
}
