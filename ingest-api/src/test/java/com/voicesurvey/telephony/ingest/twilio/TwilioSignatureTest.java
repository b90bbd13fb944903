package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TwilioSignatureTest {
    private static final String URL = "https://calls.example.com/events?call_id=a%20b&x=%2B1";
    private static final List<Parameter> FORM =
            List.of(new Parameter("CallSid", "CA1"), new Parameter("ToCity", ""));

    @Test
    void a_request_without_a_signature_is_unsigned() {
        RawRequest request = Requests.request("POST", URL, Map.of(), "", List.of(), FORM);
        assertThat(TwilioSignature.verify(request, keys("t")))
                .isInstanceOf(Verification.Unsigned.class);
        RawRequest blank = Requests.form(URL, " ", FORM);
        assertThat(TwilioSignature.verify(blank, keys("t")))
                .isInstanceOf(Verification.Unsigned.class);
    }

    @Test
    void any_of_several_tokens_may_have_signed() {
        RawRequest request = Requests.form(URL, IndependentSigner.sign("new", URL, FORM), FORM);
        assertThat(TwilioSignature.verify(request, keys("old", "new"))).isEqualTo(genuine());
        assertThat(TwilioSignature.verify(request, keys("old"))).isNotEqualTo(genuine());
    }

    @Test
    void without_a_token_nothing_is_genuine() {
        RawRequest request = Requests.form(URL, IndependentSigner.sign("t", URL, FORM), FORM);
        assertThat(TwilioSignature.verify(request, keys())).isInstanceOf(Verification.Forged.class);
    }

    @Test
    void the_account_of_the_request_chooses_the_keys() {
        List<Parameter> form = List.of(new Parameter("AccountSid", "AC1"));
        RawRequest request = Requests.form(URL, IndependentSigner.sign("t", URL, form), form);
        SigningKeys ofAccount = account -> "AC1".equals(account) ? List.of("t") : List.of();
        assertThat(TwilioSignature.verify(request, ofAccount)).isEqualTo(genuine());
    }

    @Test
    void by_GET_the_URL_alone_is_signed() {
        RawRequest request = Requests.get(URL, IndependentSigner.sign("t", URL, List.of()));
        assertThat(TwilioSignature.verify(request, keys("t"))).isEqualTo(genuine());
    }

    @Test
    void a_form_is_not_verified_by_its_URL_alone() {
        RawRequest request = Requests.form(URL, IndependentSigner.sign("t", URL, List.of()), FORM);
        assertThat(TwilioSignature.verify(request, keys("t"))).isNotEqualTo(genuine());
    }

    @Test
    void a_body_of_an_unknown_type_is_not_verified_by_its_URL_alone() {
        String signature = IndependentSigner.sign("t", URL, List.of());
        RawRequest request =
                Requests.request(
                        "POST",
                        URL,
                        Map.of("X-Twilio-Signature", signature, "Content-Type", "text/plain"),
                        "CallStatus=completed",
                        List.of(),
                        List.of());
        assertThat(TwilioSignature.verify(request, keys("t")))
                .isInstanceOf(Verification.Forged.class);
    }

    @Test
    void names_are_sorted_by_their_bytes_not_by_UTF_16() {
        List<Parameter> form =
                List.of(
                        new Parameter("\uD83D\uDCDE", "telephone"),
                        new Parameter("\uFF21", "full-width A"),
                        new Parameter("callSid", "c"),
                        new Parameter("CallSid", "b"),
                        new Parameter("Called", "a"));
        RawRequest request = Requests.form(URL, IndependentSigner.sign("t", URL, form), form);
        assertThat(TwilioSignature.verify(request, keys("t"))).isEqualTo(genuine());
        assertThat(SignedParameters.compareUtf8("\uD83D\uDCDE", "\uFF21")).isPositive();
        assertThat("\uD83D\uDCDE".compareTo("\uFF21")).isNegative();
    }

    @Test
    void the_detail_holds_neither_the_token_nor_the_query() {
        RawRequest request = Requests.form(URL, "wrong", FORM);
        assertThat(TwilioSignature.verify(request, keys("secret-token")).toString())
                .contains("https://calls.example.com/events")
                .doesNotContain("secret-token", "call_id");
    }

    private static Verification genuine() {
        return new Verification.Genuine();
    }

    private static SigningKeys keys(String... keys) {
        return SigningKeys.of(List.of(keys));
    }
}
