package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.Parameter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters in the form that the signature covers: sorted by name in byte order, each name and
 * value concatenated, and of a name that repeats each different value once, sorted.
 */
final class SignedParameters {
    private SignedParameters() {}

    static byte[] of(List<Parameter> parameters) {
        Parameter[] sorted = parameters.toArray(Parameter[]::new);
        Arrays.sort(sorted, SignedParameters::compare);
        StringBuilder signed = new StringBuilder(length(sorted));
        Parameter previous = null;
        for (Parameter parameter : sorted) {
            if (!parameter.equals(previous)) {
                signed.append(parameter.name()).append(parameter.value());
                previous = parameter;
            }
        }
        return signed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int length(Parameter[] parameters) {
        int length = 0;
        for (Parameter parameter : parameters) {
            length += parameter.name().length() + parameter.value().length();
        }
        return length;
    }

    private static int compare(Parameter a, Parameter b) {
        int byName = compareUtf8(a.name(), b.name());
        return byName != 0 ? byName : compareUtf8(a.value(), b.value());
    }

    /**
     * The order of the UTF-8 bytes. {@code String.compareTo} differs from it where a surrogate pair
     * meets a character from U+E000 on.
     */
    static int compareUtf8(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean pair = Character.isSurrogate(x);
                return pair == Character.isSurrogate(y) ? Character.compare(x, y) : pair ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
