package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.DecodedValue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.time.Instant;
import java.util.List;

class TwilioCallbackPropertyTest {
    private static final Instant NOW = Instant.parse("2026-02-12T11:48:42Z");

    @Property
    void parsing_never_throws_and_what_it_yields_survives_the_wire(
            @ForAll("parameters") List<Parameter> query,
            @ForAll("parameters") List<Parameter> form) {
        switch (TwilioCallback.parse(Requests.parameters(query, form), NOW)) {
            case ParsedCallback.Event(var event, var parameters) ->
                    assertThat(CallEventDecoder.decode(CallEventEncoder.encode(event, parameters)))
                            .isEqualTo(new DecodedValue.Event(event));
            case ParsedCallback.UnknownStatus(var header, var parameters) ->
                    assertThat(
                                    CallEventDecoder.decode(
                                            CallEventEncoder.encodeUnknownStatus(
                                                    header, parameters)))
                            .isEqualTo(new DecodedValue.UnknownStatus(header));
            case ParsedCallback.Malformed(String detail) -> assertThat(detail).isNotBlank();
            case ParsedCallback.NotAStatusCallback(String detail) ->
                    assertThat(detail).isNotBlank();
        }
    }

    @Provide
    Arbitrary<List<Parameter>> parameters() {
        Arbitrary<String> names =
                Arbitraries.of(
                        "call_id",
                        "campaign_id",
                        "contact_id",
                        "CallSid",
                        "CallStatus",
                        "ParentCallSid",
                        "CallDuration",
                        "SequenceNumber",
                        "Timestamp",
                        "AnsweredBy",
                        "ErrorCode",
                        "ErrorMessage",
                        "");
        Arbitrary<String> values =
                Arbitraries.frequencyOf(
                        Tuple.of(
                                3,
                                Arbitraries.of(
                                        "7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01",
                                        "completed",
                                        "failed",
                                        "13")),
                        Tuple.of(
                                1,
                                Arbitraries.of(
                                        "",
                                        "-1",
                                        "\0",
                                        "99999999999",
                                        "x".repeat(300),
                                        "Thu, 12 Feb 2026 11:48:25 +0000",
                                        "Thu, 12 Feb 9999999 11:48:25 +0000")),
                        Tuple.of(
                                1,
                                Arbitraries.strings()
                                        .ofMaxLength(20)
                                        .filter(
                                                text ->
                                                        text.codePoints()
                                                                .noneMatch(
                                                                        c ->
                                                                                c >= 0xD800
                                                                                        && c
                                                                                                <= 0xDFFF))));
        return Combinators.combine(names, values).as(Parameter::new).list().ofMaxSize(20);
    }
}
