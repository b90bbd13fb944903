package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;

/** Several accounts, each with tokens of its own, over real HTTP. */
class TwilioAccountsTest {
    private static final String MAIN = "ACmain";
    private static final String SUB = "ACsub";
    private static final String SUB_TOKEN = "token-of-the-subaccount";
    private static final String SUB_NEXT = "next-token-of-the-subaccount";
    private static final String MAIN_NEXT = "next-token-of-the-main-account";

    private final TestService service =
            new TestService(
                    "TWILIO_ACCOUNT_SID", MAIN,
                    "TWILIO_AUTH_TOKEN", Callback.TOKEN + "," + MAIN_NEXT,
                    "TWILIO_ACCOUNTS", SUB + "=" + SUB_TOKEN + ", " + SUB + " = " + SUB_NEXT);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void each_account_is_verified_by_any_of_its_own_tokens() throws Exception {
        assertThat(statusOf(MAIN, Callback.TOKEN)).isEqualTo(200);
        assertThat(statusOf(MAIN, MAIN_NEXT)).isEqualTo(200);
        assertThat(statusOf(SUB, SUB_TOKEN)).isEqualTo(200);
        assertThat(statusOf(SUB, SUB_NEXT)).isEqualTo(200);
    }

    @Test
    void no_account_is_verified_by_another_s_token() throws Exception {
        assertThat(statusOf(MAIN, SUB_TOKEN)).isEqualTo(403);
        assertThat(statusOf(SUB, Callback.TOKEN)).isEqualTo(403);
        assertThat(service.publisher.events()).isEmpty();
    }

    @Test
    void an_account_that_is_not_ours_is_a_403_whoever_signed() throws Exception {
        HttpResponse<String> answer = service.post(callback("ACstranger", Callback.TOKEN));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("no auth token is configured for the account", "TWILIO_ACCOUNTS")
                .doesNotContain(Callback.TOKEN, SUB_TOKEN, SUB_NEXT, MAIN_NEXT);
        assertThat(statusOf("ACstranger", SUB_TOKEN)).isEqualTo(403);
        assertThat(service.publisher.events()).isEmpty();
    }

    @Test
    void a_request_by_GET_is_verified_by_its_account_as_well() throws Exception {
        assertThat(
                        service.send(callback(SUB, SUB_TOKEN).getRequest(service.api.port()))
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        service.send(callback(SUB, Callback.TOKEN).getRequest(service.api.port()))
                                .statusCode())
                .isEqualTo(403);
    }

    private int statusOf(String account, String token) throws Exception {
        return service.post(callback(account, token)).statusCode();
    }

    private static Callback callback(String account, String token) {
        return Callback.of("ringing")
                .without("AccountSid")
                .with("AccountSid", account)
                .withToken(token);
    }
}
