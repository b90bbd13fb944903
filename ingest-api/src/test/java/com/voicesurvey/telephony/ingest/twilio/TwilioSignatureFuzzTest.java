package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever is sent, only what was signed with the token passes, and all that was does. */
@Timeout(20)
class TwilioSignatureFuzzTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final SigningKeys KEYS = SigningKeys.of(List.of("another token", TOKEN));

    /**
     * @param input lines of method, URL, signature, content type and body, and then a line for each
     *     parameter of the form and, after an empty one, of the query
     */
    @MethodSource("requests")
    @FuzzTest
    void only_what_was_signed_passes(byte[] input) {
        String[] lines = new String(input, UTF_8).split("\n", -1);
        if (lines.length < 5) {
            return;
        }
        List<Parameter> form = new ArrayList<>();
        List<Parameter> query = new ArrayList<>();
        readParameters(lines, form, query);
        String url = lines[1];

        Verification asSent =
                TwilioSignature.verify(request(lines, lines[2], lines[3], form, query), KEYS);
        assertThat(asSent).isNotInstanceOf(Verification.Genuine.class);

        String type = "application/x-www-form-urlencoded";
        String genuine = IndependentSigner.sign(TOKEN, url, form);
        assertThat(TwilioSignature.verify(request(lines, genuine, type, form, query), KEYS))
                .isInstanceOf(Verification.Genuine.class);
        String ofAnother = IndependentSigner.sign(TOKEN, url + "x", form);
        assertThat(TwilioSignature.verify(request(lines, ofAnother, type, form, query), KEYS))
                .isInstanceOf(Verification.Forged.class);
    }

    private static RawRequest request(
            String[] lines,
            String signature,
            String type,
            List<Parameter> form,
            List<Parameter> query) {
        return Requests.request(
                lines[0],
                lines[1],
                Map.of("X-Twilio-Signature", signature, "Content-Type", type),
                lines[4],
                query,
                form);
    }

    private static void readParameters(
            String[] lines, List<Parameter> form, List<Parameter> query) {
        List<Parameter> into = form;
        for (int i = 5; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                into = query;
            } else {
                String[] pair = lines[i].split("=", 2);
                into.add(new Parameter(pair[0], pair.length == 1 ? "" : pair[1]));
            }
        }
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                        """
                        POST
                        https://calls.example.com/webhooks/telephony/events?call_id=a%20b
                        AAAAAAAAAAAAAAAAAAAAAAAAAAA=
                        application/x-www-form-urlencoded; charset=utf-8
                        stands for the form
                        CallSid=CA1
                        Called=
                        callSid=2
                        a=b
                        a=a
                        a=b

                        call_id=a b""",
                        """
                        POST
                        http://user:secret@[::1]:8080?x#y

                        application/json
                        {}

                        bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a""",
                        "GET\n://:\n=\n;\n\n\uffff=\ud83d\ude00\n\ud83d\ude00=\uffff")
                .map(text -> Arguments.of((Object) text.getBytes(UTF_8)));
    }
}
