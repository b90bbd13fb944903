package com.voicesurvey.telephony.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way of a callback's bytes through form parser and callback parser onto the wire: what ingest
 * takes in, the processor can read, and it reads the same.
 */
@Timeout(20)
class CallbackFuzzTest {
    private static final Instant NOW = Instant.parse("2026-02-12T11:49:00.123456Z");
    private static final int MAX_PARAMETERS = 500;
    private static final String IDS =
            "call_id=test-call-123&campaign_id=7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01"
                    + "&contact_id=3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02\n";

    /**
     * @param input a query, a line feed and a form
     */
    @MethodSource("callbacks")
    @FuzzTest
    void what_is_taken_in_is_read_as_it_was(byte[] input) {
        String text = new String(input, ISO_8859_1);
        int end = text.indexOf('\n');
        if (end < 0
                || !(form(text.substring(0, end)) instanceof DecodedForm.Parameters query)
                || !(form(text.substring(end + 1)) instanceof DecodedForm.Parameters form)) {
            return;
        }
        RawRequest request =
                new RawRequest(
                        "POST",
                        "https://calls.example.com/",
                        _ -> List.of(),
                        input,
                        query.parameters(),
                        form.parameters());

        switch (TwilioProvider.forCallbacks().parse(request, NOW)) {
            case ParsedCallback.Event(CallEvent event, List<Parameter> parameters) ->
                    assertReadAs(
                            new DecodedValue.Event(event),
                            CallEventEncoder.encode(event, parameters),
                            input);
            case ParsedCallback.UnknownStatus(EventHeader header, List<Parameter> parameters) ->
                    assertReadAs(
                            new DecodedValue.UnknownStatus(header),
                            CallEventEncoder.encodeUnknownStatus(header, parameters),
                            input);
            case ParsedCallback.Malformed(String detail) -> assertPlain(detail);
            case ParsedCallback.NotAStatusCallback(String detail) -> assertPlain(detail);
        }
    }

    private static DecodedForm form(String encoded) {
        return FormDecoder.decode(encoded.getBytes(ISO_8859_1), MAX_PARAMETERS);
    }

    private static void assertReadAs(DecodedValue expected, byte[] value, byte[] input) {
        assertThat(CallEventDecoder.decode(value)).isEqualTo(expected);
        // most: once as parameters and once as the error message, each byte escaped as a code unit
        assertThat(value).hasSizeLessThan(16_384 + 12 * input.length);
    }

    private static void assertPlain(String detail) {
        assertThat(detail).isNotBlank().hasSizeLessThan(1000).doesNotContainPattern("[^ -~]");
    }

    static Stream<Arguments> callbacks() {
        return Stream.of(
                        IDS
                                + "AccountSid=ACaa&CallSid=CA0cc175b9c0f1b6a831c399e269772661"
                                + "&CallStatus=in-progress&From=%2B15550100001&ToCity="
                                + "&Timestamp=Thu%2C+12+Feb+2026+11%3A48%3A41+%2B0000"
                                + "&SequenceNumber=2&AnsweredBy=machine_end_beep",
                        IDS
                                + "CallSid=CA1&CallStatus=failed&CallDuration=0&ErrorCode=13224"
                                + "&ErrorMessage=%00unreachable&ParentCallSid=CA2&a=1&a=2",
                        IDS + "CallSid=CA1&CallStatus=on-hold",
                        IDS + "CallSid=CA1&CallStatus=busy&CallDuration=x",
                        IDS + "CallSid=%0a&CallStatus=" + "x".repeat(256),
                        // blank in all that its column would keep of it
                        IDS
                                + "CallSid=CA1&CallStatus=failed&ErrorCode="
                                + "+".repeat(100)
                                + "13224",
                        "call_id=%F0%9F%98%80&campaign_id=1-1-1-1-1\nCallStatus=queued")
                .map(text -> Arguments.of((Object) text.getBytes(UTF_8)));
    }
}
