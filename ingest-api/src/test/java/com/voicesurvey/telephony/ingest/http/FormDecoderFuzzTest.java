package com.voicesurvey.telephony.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.voicesurvey.telephony.domain.event.Parameter;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Whatever the bytes, they are refused or read as the JDK's own decoder reads them. */
@Timeout(20)
class FormDecoderFuzzTest {
    private static final int MAX_PARAMETERS = 50;

    @MethodSource("forms")
    @FuzzTest
    void any_bytes_give_an_answer(byte[] bytes) {
        switch (FormDecoder.decode(bytes, MAX_PARAMETERS)) {
            case DecodedForm.Parameters(List<Parameter> parameters) -> {
                assertThat(parameters).hasSizeLessThanOrEqualTo(MAX_PARAMETERS);
                assertThat(parameters).isEqualTo(byTheJdk(bytes));
            }
            case DecodedForm.Unreadable(String detail) ->
                    assertThat(detail).isNotBlank().hasSizeLessThan(100);
        }
    }

    /** The JDK's decoder takes text, so that bytes beyond ASCII are escaped for it. */
    private static List<Parameter> byTheJdk(byte[] bytes) {
        StringBuilder escaped = new StringBuilder();
        for (char c : new String(bytes, ISO_8859_1).toCharArray()) {
            escaped.append(c < 0x80 ? String.valueOf(c) : "%%%02x".formatted((int) c));
        }
        return Arrays.stream(escaped.toString().split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(text(pair[0]), pair.length == 1 ? "" : text(pair[1])))
                .toList();
    }

    private static String text(String encoded) {
        return URLDecoder.decode(encoded, UTF_8);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                        "CallSid=CA0cc1&CallStatus=in-progress&From=%2B15550100001&ToCity=",
                        "a=1&a=2&&=&b&%C3%A9=%F0%9F%98%80+x",
                        "a=%",
                        "a=%4",
                        "a=%zz",
                        "a=%ff",
                        "a=%ed%a0%80",
                        "a=%00%0a",
                        "é=\u00ff")
                .map(text -> Arguments.of((Object) text.getBytes(UTF_8)));
    }
}
