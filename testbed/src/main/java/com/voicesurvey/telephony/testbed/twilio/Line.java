package com.voicesurvey.telephony.testbed.twilio;

import java.util.Objects;

/**
 * Both ends of an outbound call.
 *
 * @param accountSid Twilio's id of the account
 * @param from the calling number, E.164
 * @param to the called number, E.164
 * @param fromCity where Twilio places the caller; may be empty, as it often is
 * @param fromState likewise
 * @param fromZip likewise
 * @param toState where Twilio places the called one; may be empty
 * @param toCountry ISO 3166, two letters
 */
public record Line(
        String accountSid,
        String from,
        String to,
        String fromCity,
        String fromState,
        String fromZip,
        String toState,
        String toCountry) {

    public Line {
        Objects.requireNonNull(accountSid, "accountSid");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(fromCity, "fromCity");
        Objects.requireNonNull(fromState, "fromState");
        Objects.requireNonNull(fromZip, "fromZip");
        Objects.requireNonNull(toState, "toState");
        Objects.requireNonNull(toCountry, "toCountry");
    }
}
