package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CAMPAIGNS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.processor.db.enums.CampaignLanguage;
import com.voicesurvey.telephony.processor.db.enums.ContactLanguage;

import org.jooq.DSLContext;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The language that an attempt's dialogue speaks: the contact's, or the campaign's where that is
 * auto.
 */
public final class Languages {
    private Languages() {}

    public static Map<CallAttemptId, Language> of(DSLContext tx, Collection<CallAttempt> attempts) {
        var rows = new ArrayRows<>(List.copyOf(attempts));
        var id = rows.column(CALL_ATTEMPTS.ID, a -> a.id().value());
        var contact = rows.column(CALL_ATTEMPTS.CONTACT_ID, a -> a.contactId().value());
        var campaign = rows.column(CALL_ATTEMPTS.CAMPAIGN_ID, a -> a.campaignId().value());
        Map<CallAttemptId, Language> languages = new HashMap<>();
        tx.select(id, CONTACTS.PREFERRED_LANGUAGE, CAMPAIGNS.LANGUAGE)
                .from(rows.table())
                .join(CONTACTS)
                .on(CONTACTS.ID.eq(contact))
                .join(CAMPAIGNS)
                .on(CAMPAIGNS.ID.eq(campaign))
                .forEach(
                        row ->
                                languages.put(
                                        new CallAttemptId(row.value1()),
                                        language(row.value2(), row.value3())));
        return languages;
    }

    private static Language language(ContactLanguage contact, CampaignLanguage campaign) {
        return switch (contact) {
            case en -> Language.EN;
            case it -> Language.IT;
            case auto ->
                    switch (campaign) {
                        case en -> Language.EN;
                        case it -> Language.IT;
                    };
        };
    }
}
