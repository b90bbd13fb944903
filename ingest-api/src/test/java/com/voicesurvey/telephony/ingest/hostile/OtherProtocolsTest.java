package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP of other ages, and what is not HTTP. */
class OtherProtocolsTest {
    @AutoClose private static final AttackedService attacked = new AttackedService();

    @Test
    void a_callback_by_HTTP_1_0_is_taken_and_the_connection_closed() throws Exception {
        String answer = Exchange.of(attacked.port(), old("by-1.0").text() + old("behind").text());
        assertThat(Exchange.statuses(answer)).containsExactly(200);
        assertThat(attacked.calls()).contains("by-1.0").doesNotContain("behind");
    }

    @Test
    void a_callback_by_HTTP_1_0_needs_no_host() throws Exception {
        String answer = Exchange.of(attacked.port(), old("no-host").without("Host").text());
        assertThat(Exchange.statuses(answer)).containsExactly(200);
    }

    @Test
    void HTTP_1_0_knows_no_chunks() throws Exception {
        attacked.assertRefuses(old("hostile").chunked("Transfer-Encoding: chunked").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /webhooks/telephony/events\r\n",
                "GET /webhooks/telephony/events HTTP/0.9\r\n\r\n",
                "GET /webhooks/telephony/events HTTP/1.2\r\nHost: x\r\n\r\n",
                "GET /webhooks/telephony/events HTTP/2.0\r\nHost: x\r\n\r\n",
                "GET /webhooks/telephony/events HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /webhooks/telephony/events HTTP/1.1\r\n\r\n",
                "GET /webhooks/telephony/events HTTP/1.1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                "CONNECT localhost:9092 HTTP/1.1\r\nHost: localhost:9092\r\n\r\n",
                "TRACE /webhooks/telephony/events HTTP/1.1\r\nHost: x\r\n\r\n",
                "BREW /webhooks/telephony/events HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
                "\0\0\0\0",
                "{}\r\n\r\n",
                "PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n",
                "POST /webhooks/telephony/events HTTP/1.1\r\nHost: x\r\nExpect: the-worst\r\n\r\n",
            })
    void what_is_not_our_HTTP_is_refused(String request) throws Exception {
        attacked.assertRefuses(request);
    }

    @Test
    void an_offer_of_HTTP_2_is_passed_over() throws Exception {
        RawCallback callback =
                RawCallback.ofCall("upgrade")
                        .with(
                                "Upgrade: h2c",
                                "Connection: Upgrade, HTTP2-Settings",
                                "HTTP2-Settings: AAMAAABk");
        assertThat(Exchange.statuses(Exchange.of(attacked.port(), callback.text())))
                .containsExactly(200);
    }

    @Test
    void a_web_socket_is_refused() throws Exception {
        attacked.assertRefuses(
                RawCallback.ofCall("upgrade")
                        .with(
                                "Upgrade: websocket",
                                "Connection: Upgrade",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                        .text());
    }

    private static RawCallback old(String callId) {
        RawCallback callback = RawCallback.ofCall(callId);
        return callback.requestLine(callback.requestLine().replace("HTTP/1.1", "HTTP/1.0"));
    }
}
