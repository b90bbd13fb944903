package com.voicesurvey.telephony.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;

import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class PreparedRequestsTest {
    private static final String TOKEN = "a-token";
    private static final String BASE = "https://calls.example.com";
    private static final int COUNT = 3_000;

    private final PreparedRequests requests =
            PreparedRequests.of(new LoadPlan(1, BASE, TOKEN, 1, 0, 0, 1, 0, COUNT, "nowhere"));

    /** A request taken apart again. */
    private record Parts(
            String path, String signature, String contentType, int length, String body) {
        static Parts of(String request) {
            String[] headAndBody = request.split("\r\n\r\n", 2);
            List<String> lines = headAndBody[0].lines().toList();
            return new Parts(
                    lines.getFirst().split(" ", -1)[1],
                    header(lines, "X-Twilio-Signature"),
                    header(lines, "Content-Type"),
                    Integer.parseInt(header(lines, "Content-Length")),
                    headAndBody[1]);
        }

        List<String> header(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "x-twilio-signature" -> List.of(signature);
                case "content-type" -> List.of(contentType);
                default -> List.of();
            };
        }

        List<Parameter> form() {
            return parameters(body);
        }

        List<Parameter> query() {
            return parameters(path.substring(path.indexOf('?') + 1));
        }

        private static List<Parameter> parameters(String text) {
            return Stream.of(text.split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .map(pair -> new Parameter(decoded(pair[0]), decoded(pair[1])))
                    .toList();
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        private static String header(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void each_one_is_genuine_by_Twilios_own_check() {
        RequestValidator validator = new RequestValidator(TOKEN);
        for (int i = 0; i < COUNT; i += 37) {
            Parts parts = parts(i);
            Map<String, String> form =
                    parts.form().stream()
                            .collect(Collectors.toMap(Parameter::name, Parameter::value));
            assertThat(validator.validate(BASE + parts.path(), form, parts.signature())).isTrue();
        }
    }

    @Test
    void each_one_is_genuine_by_ours() {
        for (int i = 0; i < COUNT; i += 37) {
            Parts parts = parts(i);
            RawRequest request =
                    new RawRequest(
                            "POST",
                            BASE + parts.path(),
                            parts::header,
                            parts.body().getBytes(StandardCharsets.UTF_8),
                            parts.query(),
                            parts.form());
            assertThat(
                            TwilioProvider.forCallbacks()
                                    .verify(request, SigningKeys.of(List.of(TOKEN))))
                    .isInstanceOf(Verification.Genuine.class);
        }
    }

    @Test
    void all_are_different_and_of_real_size() {
        Set<String> signatures = new HashSet<>();
        for (int i = 0; i < COUNT; i++) {
            Parts parts = parts(i);
            signatures.add(parts.signature());
            assertThat(parts.length()).isEqualTo(parts.body().length()).isBetween(550, 900);
        }
        assertThat(signatures).hasSize(COUNT);
    }

    private Parts parts(int i) {
        ByteBuffer out = ByteBuffer.allocate(8_192);
        requests.write(i, out);
        return Parts.of(StandardCharsets.US_ASCII.decode(out).toString());
    }
}
