package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.ingest.Callback;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is none: invalid UTF-8, broken percent escapes, NUL; in form, query, path and head. */
class BrokenTextTest {
    @AutoClose private static final AttackedService attacked = new AttackedService();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%\u0000\u0000",
                "%%%=1",
                "a=%ff",
                "a=\u00ff",
                "a=%c3%28",
                "a=%ed%a0%80",
                "a=%f4%90%80%80",
                "a=%c0%80",
                "a=%e2%82",
                "\u0000",
                "a=%u0041",
                "%00=%00"
            })
    void a_form_that_is_no_text_is_refused(String form) throws Exception {
        RawCallback callback = RawCallback.ofCall("hostile").without("Content-Length");
        attacked.assertRefuses(callback.with("Content-Length: " + form.length()).body(form).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%zz",
                "a=%ff",
                "a=\u00ff",
                "a=%00",
                "a=\u0000",
                "a=%u0041",
                "a=#b",
                "a=[|]{}<>\"\\^`",
                "a=%ed%a0%80"
            })
    void a_query_that_is_no_text_is_refused(String query) throws Exception {
        attacked.assertRefuses(
                RawCallback.ofCall("hostile")
                        .requestLine("POST " + Callback.PATH + "?" + query + " HTTP/1.1")
                        .text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks/telephony%2Fevents",
                "/webhooks/telephony/%65vents%",
                "/webhooks/telephony/events%00",
                "/webhooks/telephony/events\u0000",
                "/webhooks/telephony/events%ff",
                "/webhooks/telephony/\u00e9vents",
                "/webhooks/telephony/events;a=b",
                "/webhooks/telephony/..;/telephony/events",
                "/webhooks/telephony/%2e%2e/telephony/events",
                "/webhooks//telephony/events",
                "/webhooks/./telephony/events",
                "/../webhooks/telephony/events",
                "/webhooks/telephony/events/",
                "/webhooks/telephony/events%u002e",
                "/webhooks\\telephony\\events",
                "webhooks/telephony/events",
                "*",
                "//",
                "/%",
                "http://",
                "http:///",
                "http://[::1",
                "http://calls.example.com:99999/",
                "http://u:p@calls.example.com/webhooks/telephony/events",
            })
    void a_path_in_disguise_is_refused(String path) throws Exception {
        RawCallback callback = RawCallback.ofCall("hostile");
        attacked.assertRefuses(callback.requestLine("POST " + path + " HTTP/1.1").text());
        attacked.assertRefuses(callback.requestLine("GET " + path + " HTTP/1.1").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "[", "\u00ff", "x:99999999999", "x:-1", "%00", "x@y", "/"})
    void a_host_that_is_none_is_refused_or_does_not_matter(String host) throws Exception {
        RawCallback callback = RawCallback.ofCall("any-host").without("Host");
        String answer = Exchange.of(attacked.port(), callback.with("Host: " + host).text());
        assertThat(Exchange.statuses(answer)).isSubsetOf(200, 400);
        attacked.assertAnswersInTime();
    }

    @Test
    void a_signed_callback_with_NUL_in_an_id_is_a_400() throws Exception {
        Callback callback = Callback.of("ringing").ofCall("a%00b");
        String answer = attacked.assertRefuses(RawCallback.of(callback).text());
        assertThat(answer).contains("call_id contains control characters");
    }
}
