package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.Values;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The Twilio account and the tokens that its requests may be signed with, the current one first.
 *
 * @param accounts the tokens of further accounts by their AccountSid
 * @param api where calls are placed and looked up
 */
public record TwilioSettings(
        @Nullable String accountSid,
        List<String> authTokens,
        Map<String, List<String>> accounts,
        URI api) {
    public TwilioSettings {
        authTokens = List.copyOf(authTokens);
        accounts = Map.copyOf(accounts);
    }

    /** The current token of each account that is known by name, the main one first. */
    public SequencedMap<String, String> currentTokens() {
        SequencedMap<String, String> current = new LinkedHashMap<>();
        if (accountSid != null && !authTokens.isEmpty()) {
            current.put(accountSid, authTokens.getFirst());
        }
        accounts.forEach((account, tokens) -> current.putIfAbsent(account, tokens.getFirst()));
        return current;
    }

    /**
     * The tokens for a request of that account; none for an account that is not ours. A request
     * need not say whose it is, and while no account is named at all, the tokens stand for any.
     */
    public List<String> tokensOf(@Nullable String account) {
        boolean isAny = accountSid == null && accounts.isEmpty();
        if (isAny || account == null || account.equals(accountSid)) {
            return authTokens;
        }
        return accounts.getOrDefault(account, List.of());
    }

    static TwilioSettings read(Environment environment, Values values, boolean needsToken) {
        List<String> tokens = values.list(Variable.TWILIO_AUTH_TOKEN);
        if (tokens.isEmpty() && needsToken) {
            environment.problem(
                    "TWILIO_AUTH_TOKEN is not set: give the account's auth token"
                            + " (TWILIO_AUTH_TOKEN_FILE for a mounted secret), or set"
                            + " APP_ENV=development to take unsigned requests on your own machine");
        }
        Map<String, List<String>> accounts = accounts(environment, values);
        String accountSid = environment.text(Variable.TWILIO_ACCOUNT_SID);
        if (accountSid != null && accounts.containsKey(accountSid)) {
            environment.problem(
                    "TWILIO_ACCOUNTS names the account of TWILIO_ACCOUNT_SID: give its tokens in"
                            + " TWILIO_AUTH_TOKEN");
        }
        if (!accounts.isEmpty() && accountSid == null) {
            environment.problem(
                    "TWILIO_ACCOUNT_SID is not set: beside TWILIO_ACCOUNTS it has to be known whose"
                            + " token TWILIO_AUTH_TOKEN is");
        }
        return new TwilioSettings(
                accountSid, tokens, accounts, values.url(Variable.TWILIO_API_URL));
    }

    private static Map<String, List<String>> accounts(Environment environment, Values values) {
        Map<String, List<String>> accounts = new TreeMap<>();
        for (String part : values.list(Variable.TWILIO_ACCOUNTS)) {
            int equals = part.indexOf('=');
            String account = part.substring(0, Math.max(equals, 0)).strip();
            String token = part.substring(equals + 1).strip();
            // anything else may be a token, and names of accounts are logged
            if (!account.startsWith("AC") || token.isEmpty()) {
                environment.problem("TWILIO_ACCOUNTS cannot be read: give ACone=token,ACtwo=token");
                return Map.of();
            }
            accounts.computeIfAbsent(account, _ -> new ArrayList<>()).add(token);
        }
        return accounts;
    }

    @Override
    public String toString() {
        return "TwilioSettings[accountSid="
                + accountSid
                + ", "
                + authTokens.size()
                + " tokens, further accounts="
                + accounts.keySet()
                + "]";
    }
}
