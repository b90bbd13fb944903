package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an independent signer signs is genuine, and nothing else is. */
class TwilioSignaturePropertyTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Property
    void what_is_signed_is_genuine(
            @ForAll("urls") String url, @ForAll("forms") List<Parameter> form) {
        assertThat(genuine(TOKEN, url, IndependentSigner.sign(TOKEN, url, form), form)).isTrue();
    }

    @Property
    void the_order_of_the_parameters_does_not_matter(
            @ForAll("urls") String url, @ForAll("forms") List<Parameter> form) {
        String signature = IndependentSigner.sign(TOKEN, url, form);
        assertThat(genuine(TOKEN, url, signature, form.reversed())).isTrue();
    }

    @Property
    void another_character_in_the_URL_is_forged(
            @ForAll("urls") String url,
            @ForAll("forms") List<Parameter> form,
            @ForAll @IntRange(max = 10_000) int place) {
        String signature = IndependentSigner.sign(TOKEN, url, form);
        assertThat(genuine(TOKEN, changed(url, place), signature, form)).isFalse();
    }

    @Property
    void another_character_in_the_signature_or_the_token_is_forged(
            @ForAll("urls") String url,
            @ForAll("forms") List<Parameter> form,
            @ForAll @IntRange(max = 10_000) int place) {
        String signature = IndependentSigner.sign(TOKEN, url, form);
        assertThat(genuine(TOKEN, url, changed(signature, place), form)).isFalse();
        assertThat(genuine(changed(TOKEN, place), url, signature, form)).isFalse();
    }

    @Property
    void another_character_in_a_parameter_is_forged(
            @ForAll("urls") String url,
            @ForAll("forms") List<Parameter> form,
            @ForAll @IntRange(max = 10_000) int place) {
        Assume.that(!form.isEmpty());
        String signature = IndependentSigner.sign(TOKEN, url, form);
        List<Parameter> other = new ArrayList<>(form);
        int index = place % form.size();
        Parameter parameter = form.get(index);
        other.set(index, new Parameter(parameter.name(), changed(parameter.value(), place)));
        // a repeated value counts once, so that changing one of two may change nothing
        Assume.that(!IndependentSigner.sign(TOKEN, url, other).equals(signature));
        assertThat(genuine(TOKEN, url, signature, other)).isFalse();
    }

    @Property
    void the_SDK_agrees_where_it_is_right(
            @ForAll("urls") String url,
            @ForAll("forms") List<Parameter> form,
            @ForAll boolean tampered) {
        Map<String, String> single = new LinkedHashMap<>();
        form.forEach(parameter -> single.putIfAbsent(parameter.name(), parameter.value()));
        List<Parameter> once = new ArrayList<>();
        single.forEach((name, value) -> once.add(new Parameter(name, value)));
        // the SDK sorts as Java does, and it decodes the query of a URL with a port
        Assume.that(form.stream().allMatch(parameter -> isAscii(parameter.name())));
        Assume.that(!url.substring(8).contains(":"));
        String signature = IndependentSigner.sign(TOKEN, url, once);
        String sent = tampered ? changed(signature, single.size()) : signature;
        assertThat(genuine(TOKEN, url, sent, once))
                .isEqualTo(new RequestValidator(TOKEN).validate(url, single, sent));
    }

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> hosts =
                Arbitraries.of("calls.example.com", "h", "10.0.0.7", "Host.Example");
        Arbitrary<String> ports = Arbitraries.of("", "", ":8443", ":80");
        Arbitrary<String> queries =
                Arbitraries.strings()
                        .withChars("abcXYZ019%+=&-_.~'")
                        .ofMaxLength(40)
                        .map(query -> query.isEmpty() ? "" : "?" + query);
        return Combinators.combine(Arbitraries.of("https://", "http://"), hosts, ports, queries)
                .as((scheme, host, port, query) -> scheme + host + port + "/hook/path" + query);
    }

    @Provide
    Arbitrary<List<Parameter>> forms() {
        Arbitrary<String> names =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "CallSid", "Called", "callSid", "Digits", "To", "é", "📞", "Ａ"),
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8));
        Arbitrary<String> values =
                Arbitraries.oneOf(
                        Arbitraries.of("", "+15550100001", "Bihar / Jharkhand", "ñáé 📞", "a", "b"),
                        Arbitraries.strings().ascii().ofMaxLength(20));
        return Combinators.combine(names, values).as(Parameter::new).list().ofMaxSize(12);
    }

    private static boolean genuine(
            String token, String url, String signature, List<Parameter> form) {
        return TwilioSignature.verify(
                        Requests.form(url, signature, form), SigningKeys.of(List.of(token)))
                instanceof Verification.Genuine;
    }

    private static String changed(String text, int place) {
        if (text.isEmpty()) {
            return "x";
        }
        int index = place % text.length();
        char other = text.charAt(index) == 'x' ? 'y' : 'x';
        return text.substring(0, index) + other + text.substring(index + 1);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
