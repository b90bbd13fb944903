package com.voicesurvey.telephony.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.testbed.twilio.FormField;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class FormDecoderTest {
    @Test
    void names_and_values_are_decoded_in_order_and_may_repeat() {
        assertThat(decode("b=2&a=%2B1+5&b=&c&=x&&d=a=b&%C3%A9=%F0%9F%93%9E&raw=é"))
                .isEqualTo(
                        parameters(
                                "b", "2", "a", "+1 5", "b", "", "c", "", "", "x", "d", "a=b", "é",
                                "📞", "raw", "é"));
    }

    @Test
    void nothing_holds_nothing() {
        assertThat(decode("")).isEqualTo(parameters());
        assertThat(decode("&&&")).isEqualTo(parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%g0=1", "a=%4&b=1", "a=1%"})
    void a_broken_escape_is_refused_not_mended(String form) {
        assertThat(decode(form))
                .isEqualTo(
                        new DecodedForm.Unreadable(
                                "holds a % that is not followed by two hexadecimal digits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%FF", "a=%C3", "a=%ED%A0%80", "a=%C0%80", "%FE=1"})
    void what_is_no_UTF_8_is_refused_not_replaced(String form) {
        assertThat(decode(form)).isInstanceOf(DecodedForm.Unreadable.class);
    }

    @Test
    void as_many_parameters_as_the_limit_fit_and_not_one_more() {
        assertThat(FormDecoder.decode(bytes("a=1&b=2"), 2))
                .isEqualTo(parameters("a", "1", "b", "2"));
        assertThat(FormDecoder.decode(bytes("a=1&b=2&c"), 2))
                .isInstanceOf(DecodedForm.Unreadable.class);
    }

    @Property
    void what_is_encoded_is_decoded(@ForAll("fields") List<FormField> fields) {
        DecodedForm expected =
                new DecodedForm.Parameters(
                        fields.stream().map(f -> new Parameter(f.name(), f.value())).toList());
        assertThat(FormDecoder.decode(bytes(FormField.encode(fields)), 100)).isEqualTo(expected);
    }

    @Property
    void no_bytes_make_it_throw(@ForAll byte[] bytes) {
        assertThat(FormDecoder.decode(bytes, 10)).isNotNull();
    }

    @Provide
    Arbitrary<List<FormField>> fields() {
        Arbitrary<String> text =
                Arbitraries.strings()
                        .ofMaxLength(12)
                        .filter(t -> t.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        return Combinators.combine(text, text).as(FormField::new).list().ofMaxSize(20);
    }

    private static DecodedForm decode(String form) {
        return FormDecoder.decode(bytes(form), 100);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static DecodedForm parameters(String... namesAndValues) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new DecodedForm.Parameters(parameters);
    }
}
