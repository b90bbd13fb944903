package com.voicesurvey.telephony.domain.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.voicesurvey.telephony.domain.BoundedText;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that break careless writers and readers of JSON. */
final class HostileTexts {
    private static final String[] KNOWN = {
        "\"",
        "\\",
        "\\u0000",
        "{\"call_id\":\"x\"}",
        "null",
        "1e999",
        "</script>",
        "'; drop table calls; --",
        "%0d%0aSet-Cookie:",
        "a\u2028b\u2029c",
        "\u202egnirts",
        "\ufeffbom",
        "e\u0301",
        "😀",
        "+15550100002",
        "😀".repeat(255),
        "x".repeat(255)
    };

    private HostileTexts() {}

    /** Any well-formed text: empty, of control characters, of all of Unicode. */
    static Arbitrary<String> any(int maxLength) {
        return Arbitraries.oneOf(
                Arbitraries.of(KNOWN),
                Arbitraries.strings()
                        .all()
                        .ofMaxLength(maxLength)
                        .map(text -> new String(text.getBytes(UTF_8), UTF_8)));
    }

    /** Any text that the rule for identifiers lets through. */
    static Arbitrary<String> bounded(int maxLength) {
        return Arbitraries.oneOf(
                        Arbitraries.of(KNOWN),
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(maxLength),
                        Arbitraries.strings()
                                .withCharRange(' ', '\uffff')
                                .ofMinLength(1)
                                .ofMaxLength(3))
                .filter(text -> BoundedText.problem("text", text, maxLength) == null);
    }
}
