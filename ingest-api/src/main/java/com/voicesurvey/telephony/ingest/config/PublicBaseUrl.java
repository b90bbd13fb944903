package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads the address under which the provider reaches this service. */
final class PublicBaseUrl {
    private PublicBaseUrl() {}

    /**
     * Such as {@code https://calls.example.com/voice}, without a slash at its end; null if unset.
     */
    static @Nullable String read(Environment environment) {
        String text = environment.text(Variable.PUBLIC_BASE_URL);
        if (text == null) {
            return null;
        }
        if (!isBaseUrl(text)) {
            environment.problem(
                    Variable.PUBLIC_BASE_URL
                            + " is not of the form https://calls.example.com: give scheme, host and"
                            + " any path prefix, without query or fragment");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isBaseUrl(String text) {
        try {
            URI uri = new URI(text);
            String scheme = Objects.requireNonNullElse(uri.getScheme(), "");
            return List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
