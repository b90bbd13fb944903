package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.Parameter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The parameters in the form that the signature covers: sorted by name in byte order, each name and
 * value concatenated, and of a name that repeats each different value once, sorted.
 */
final class SignedParameters {
    private static final Comparator<Parameter> ORDER =
            Comparator.comparing(Parameter::name, SignedParameters::compareUtf8)
                    .thenComparing(Parameter::value, SignedParameters::compareUtf8);

    private SignedParameters() {}

    static byte[] of(List<Parameter> parameters) {
        List<Parameter> sorted = new ArrayList<>(parameters);
        sorted.sort(ORDER);
        ByteArrayOutputStream signed = new ByteArrayOutputStream(1024);
        Parameter previous = null;
        for (Parameter parameter : sorted) {
            if (!parameter.equals(previous)) {
                signed.writeBytes(parameter.name().getBytes(StandardCharsets.UTF_8));
                signed.writeBytes(parameter.value().getBytes(StandardCharsets.UTF_8));
                previous = parameter;
            }
        }
        return signed.toByteArray();
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
