package com.voicesurvey.telephony.domain.provider;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The secrets a provider may have signed with: several while a rotation is under way, and one's own
 * for each account where there are several.
 */
@FunctionalInterface
public interface SigningKeys {
    /**
     * The keys to try for that account, in order.
     *
     * @param account the provider's account of the request (Twilio: {@code AccountSid}), null where
     *     it names none
     * @return empty if the account is not ours
     */
    List<String> forAccount(@Nullable String account);

    /** The same keys for whichever account. */
    static SigningKeys of(List<String> keys) {
        List<String> copy = List.copyOf(keys);
        return account -> copy;
    }
}
