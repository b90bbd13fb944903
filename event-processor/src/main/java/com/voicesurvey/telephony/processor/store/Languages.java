package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CAMPAIGNS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.processor.db.enums.CampaignLanguage;
import com.voicesurvey.telephony.processor.db.enums.ContactLanguage;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The language that an attempt's dialogue speaks: the contact's, or the campaign's where that is
 * auto.
 */
public final class Languages {
    private Languages() {}

    public static Map<CallAttemptId, Language> of(
            DSLContext tx, Collection<CallAttemptId> attempts) {
        Map<CallAttemptId, Language> languages = new HashMap<>();
        tx.select(CALL_ATTEMPTS.ID, CONTACTS.PREFERRED_LANGUAGE, CAMPAIGNS.LANGUAGE)
                .from(CALL_ATTEMPTS)
                .join(CONTACTS)
                .on(CONTACTS.ID.eq(CALL_ATTEMPTS.CONTACT_ID))
                .join(CAMPAIGNS)
                .on(CAMPAIGNS.ID.eq(CALL_ATTEMPTS.CAMPAIGN_ID))
                .where(
                        CALL_ATTEMPTS.ID.eq(
                                DSL.any(
                                        attempts.stream()
                                                .map(CallAttemptId::value)
                                                .toArray(UUID[]::new))))
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
