package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.domain.event.Parameter;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes {@code application/x-www-form-urlencoded} bytes, of a query or of a body, once and
 * strictly: what a lenient decoder would mend silently, a signature would not cover.
 */
final class FormDecoder {
    private static final int TYPICAL_COUNT = 40;

    private final byte[] bytes;
    private final int maxParameters;
    private final List<Parameter> parameters = new ArrayList<>(TYPICAL_COUNT);
    private byte[] unescaped = {};

    private FormDecoder(byte[] bytes, int maxParameters) {
        this.bytes = bytes;
        this.maxParameters = maxParameters;
    }

    /** The parameters in order; a name without {@code =} has an empty value. Never throws. */
    static DecodedForm decode(byte[] bytes, int maxParameters) {
        if (bytes.length == 0) {
            return new DecodedForm.Parameters(List.of());
        }
        try {
            return new FormDecoder(bytes, maxParameters).decode();
        } catch (CharacterCodingException e) {
            return new DecodedForm.Unreadable("holds bytes that are not valid UTF-8");
        }
    }

    private DecodedForm decode() throws CharacterCodingException {
        int start = 0;
        while (start < bytes.length) {
            int end = indexOf('&', start, bytes.length);
            if (end > start) {
                if (parameters.size() == maxParameters) {
                    return new DecodedForm.Unreadable(
                            "holds more than " + maxParameters + " parameters");
                }
                int equals = indexOf('=', start, end);
                String name = text(start, equals);
                String value = equals == end ? "" : text(equals + 1, end);
                if (name == null || value == null) {
                    return new DecodedForm.Unreadable(
                            "holds a % that is not followed by two hexadecimal digits");
                }
                parameters.add(new Parameter(name, value));
            }
            start = end + 1;
        }
        return new DecodedForm.Parameters(parameters);
    }

    private int indexOf(char wanted, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** Null where a percent escape is broken. */
    private @Nullable String text(int from, int to) throws CharacterCodingException {
        int i = from;
        while (i < to && bytes[i] != '%' && bytes[i] != '+' && bytes[i] >= 0) {
            i++;
        }
        if (i == to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return unescape(from, to);
    }

    private @Nullable String unescape(int from, int to) throws CharacterCodingException {
        if (unescaped.length < to - from) {
            unescaped = new byte[Math.max(to - from, 256)];
        }
        int length = 0;
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            if (b == '+') {
                b = ' ';
            } else if (b == '%') {
                if (i + 2 >= to) {
                    return null;
                }
                int high = Character.digit((char) (bytes[i + 1] & 0xff), 16);
                int low = Character.digit((char) (bytes[i + 2] & 0xff), 16);
                if (high < 0 || low < 0) {
                    return null;
                }
                b = (byte) (high << 4 | low);
                i += 2;
            }
            ascii &= b >= 0;
            unescaped[length++] = (byte) b;
        }
        return ascii
                ? new String(unescaped, 0, length, StandardCharsets.ISO_8859_1)
                : utf8(ByteBuffer.wrap(unescaped, 0, length));
    }

    private static String utf8(ByteBuffer encoded) throws CharacterCodingException {
        CharsetDecoder strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = strict.decode(encoded);
        return decoded.toString();
    }
}
