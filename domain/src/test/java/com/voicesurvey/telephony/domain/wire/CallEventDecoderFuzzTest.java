package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.voicesurvey.telephony.domain.event.Parameter;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whatever lies on the topic is read as something, and what is read can be written again. */
@Timeout(20)
class CallEventDecoderFuzzTest {
    @MethodSource("golden")
    @FuzzTest
    void any_bytes_give_an_answer(byte[] value) {
        List<Parameter> parameters = CallEventDecoder.parameters(value);
        assertThat(parameters.stream().mapToLong(p -> p.name().length() + p.value().length()).sum())
                .as("characters out of %d bytes", value.length)
                .isLessThanOrEqualTo((long) value.length * (1 + parameters.size()));

        switch (CallEventDecoder.decode(value)) {
            case DecodedValue.Event(var event) ->
                    assertThat(CallEventDecoder.decode(CallEventEncoder.encode(event, parameters)))
                            .isEqualTo(new DecodedValue.Event(event));
            case DecodedValue.UnknownStatus(var header) ->
                    assertThat(
                                    CallEventDecoder.decode(
                                            CallEventEncoder.encodeUnknownStatus(
                                                    header, parameters)))
                            .isEqualTo(new DecodedValue.UnknownStatus(header));
            case DecodedValue.Unreadable(String detail) ->
                    assertThat(detail)
                            .isNotBlank()
                            .hasSizeLessThanOrEqualTo(2 * DecodedValue.Unreadable.DETAIL_LENGTH)
                            .doesNotContainPattern("\\p{Cntrl}");
        }
    }

    static List<Arguments> golden() throws IOException {
        List<Arguments> seeds = new ArrayList<>();
        for (GoldenRecord record : GoldenRecords.all()) {
            seeds.add(Arguments.of((Object) record.value()));
        }
        return seeds;
    }
}
