package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.ContactId;

/**
 * The contact that a call dials, as far as the rules look at it.
 *
 * @param latestAttempt the highest attempt number that the contact has, from 1
 */
public record Contact(ContactId id, ContactStanding standing, int latestAttempt) {
    Contact with(ContactStanding changed) {
        return new Contact(id, changed, latestAttempt);
    }
}
