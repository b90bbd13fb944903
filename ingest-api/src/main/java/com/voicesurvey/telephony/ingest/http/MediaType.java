package com.voicesurvey.telephony.ingest.http;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What a body claims to be. */
enum MediaType {
    FORM,
    /** Signed by its hash; holds nothing that is read. */
    JSON,
    OTHER;

    /**
     * @param contentType the header's value, null where there is none
     * @param encoding the {@code Content-Encoding}, null where there is none
     */
    static MediaType of(@Nullable String contentType, @Nullable String encoding) {
        if (contentType == null || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
            return OTHER;
        }
        int semicolon = contentType.indexOf(';');
        String name = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        if (semicolon >= 0 && !isUtf8(contentType.substring(semicolon))) {
            return OTHER;
        }
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "application/x-www-form-urlencoded" -> FORM;
            case "application/json" -> JSON;
            default -> OTHER;
        };
    }

    private static boolean isUtf8(String parameters) {
        String lower = parameters.toLowerCase(Locale.ROOT);
        int charset = lower.indexOf("charset=");
        return charset < 0
                || lower.startsWith("utf-8", charset + 8)
                || lower.startsWith("\"utf-8\"", charset + 8);
    }
}
