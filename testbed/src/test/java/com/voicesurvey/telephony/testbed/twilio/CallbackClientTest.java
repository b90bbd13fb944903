package com.voicesurvey.telephony.testbed.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.testbed.host.FreePort;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.util.function.IntUnaryOperator;

class CallbackClientTest {
    private static final String RECOMMENDED = "rc=5&rp=ct,rt,5xx";
    private static final TwilioSigner SIGNER = new TwilioSigner("12345");
    private static final StatusCallback RINGING = Samples.callback(CallStatus.RINGING, null);

    @Test
    void posts_the_form_to_the_callback_url_and_signs_the_public_one() throws Exception {
        String pathAndQuery =
                "/webhooks/telephony/events?call_id=call%201%2F%C3%BC"
                        + "&campaign_id=11111111-1111-4111-8111-111111111111"
                        + "&contact_id=22222222-2222-4222-8222-222222222222";
        try (var receiver = new Receiver(_ -> 200)) {
            var url =
                    new CallbackUrl("https://calls.example.com/", receiver.address(), RECOMMENDED);
            try (var client = new CallbackClient(url, SIGNER)) {
                assertThat(client.send(RINGING))
                        .asInstanceOf(InstanceOfAssertFactories.type(Delivery.Accepted.class))
                        .returns(200, Delivery.Accepted::status)
                        .returns("{\"status\": \"processed\"}", Delivery.Accepted::body)
                        .returns(1, Delivery.Accepted::attempts);
            }
            assertThat(receiver.requests)
                    .singleElement()
                    .returns(pathAndQuery, Receiver.Request::uri)
                    .returns(RINGING.body(), Receiver.Request::body)
                    .returns(
                            SIGNER.sign(
                                    "https://calls.example.com" + pathAndQuery, RINGING.fields()),
                            Receiver.Request::signature);
        }
    }

    @Test
    void by_default_a_server_error_loses_the_callback() throws Exception {
        assertThat(deliver("", _ -> 503))
                .isInstanceOf(Delivery.Rejected.class)
                .returns(1, Delivery::attempts);
    }

    @Test
    void a_server_error_is_retried_with_the_same_token_when_asked_for() throws Exception {
        try (var receiver = new Receiver(n -> n < 3 ? 503 : 204);
                var client = client(receiver, RECOMMENDED)) {
            assertThat(client.send(RINGING))
                    .isInstanceOf(Delivery.Accepted.class)
                    .returns(3, Delivery::attempts);
            assertThat(receiver.requests)
                    .extracting(Receiver.Request::token)
                    .containsOnly(receiver.requests.getFirst().token())
                    .hasSize(3)
                    .doesNotContain("");
        }
    }

    @Test
    void retries_end_after_as_many_as_allowed() throws Exception {
        assertThat(deliver("rc=2&rp=5xx", _ -> 500))
                .isInstanceOf(Delivery.Rejected.class)
                .returns(3, Delivery::attempts);
    }

    @Test
    void a_client_error_is_retried_only_when_asked_for() throws Exception {
        assertThat(deliver(RECOMMENDED, _ -> 403)).returns(1, Delivery::attempts);
        assertThat(deliver("rc=1&rp=4xx", _ -> 403)).returns(2, Delivery::attempts);
    }

    @Test
    void a_redirection_is_no_success() throws Exception {
        assertThat(deliver(RECOMMENDED, _ -> 302)).isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    void a_missing_answer_is_retried_when_asked_for() throws Exception {
        assertThat(deliver("rc=1&rp=rt&rt=200", n -> n == 1 ? 0 : 200))
                .isInstanceOf(Delivery.Accepted.class)
                .returns(2, Delivery::attempts);
        assertThat(deliver("rt=200", _ -> 0))
                .isInstanceOf(Delivery.GaveUp.class)
                .returns(1, Delivery::attempts);
    }

    @Test
    void all_tries_together_keep_to_the_total_time() throws Exception {
        Delivery delivery = deliver("rc=5&rp=rt&rt=600&tt=1500", _ -> 0);

        // six tries of 600 ms without the total; fewer than three on a busy machine
        assertThat(delivery).isInstanceOf(Delivery.GaveUp.class);
        assertThat(delivery.attempts()).isBetween(1, 3);
    }

    @Test
    void a_failed_connection_is_tried_once_more_by_default() throws Exception {
        var url = CallbackUrl.direct("http://127.0.0.1:" + FreePort.orGiven(0));
        try (var client = new CallbackClient(url, SIGNER)) {
            assertThat(client.send(RINGING))
                    .asInstanceOf(InstanceOfAssertFactories.type(Delivery.GaveUp.class))
                    .returns(RetryOn.CONNECT_FAILURE, Delivery.GaveUp::failure)
                    .returns(2, Delivery.GaveUp::attempts);
        }
    }

    private static Delivery deliver(String fragment, IntUnaryOperator script) throws Exception {
        try (var receiver = new Receiver(script);
                var client = client(receiver, fragment)) {
            return client.send(RINGING);
        }
    }

    private static CallbackClient client(Receiver receiver, String fragment) {
        return new CallbackClient(
                CallbackUrl.direct(receiver.address()).withFragment(fragment), SIGNER);
    }
}
