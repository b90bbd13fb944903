package com.voicesurvey.telephony.processor.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.Values;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where ingest-api's admin ports are, for the console's view of the spools. Shows no token.
 *
 * @param urls scheme, host and port of each; a host name may stand for several instances
 * @param token what opens them; null where they are open
 */
public record IngestAdmin(List<URI> urls, @Nullable String token) {
    // written out: javac leaves a compact constructor's @Nullable out of the class file
    public IngestAdmin(List<URI> urls, @Nullable String token) {
        this.urls = List.copyOf(urls);
        this.token = token;
    }

    static IngestAdmin read(Environment environment, Values values) {
        List<URI> urls = new ArrayList<>();
        for (String text : values.list(Variable.INGEST_ADMIN_URLS)) {
            URI url = url(text);
            if (url == null) {
                environment.problem(
                        "INGEST_ADMIN_URLS holds %s: give URLs such as http://127.0.0.1:9080"
                                .formatted(text));
            } else {
                urls.add(url);
            }
        }
        String token = environment.text(Variable.INGEST_ADMIN_TOKEN);
        if (token != null && !token.matches("[A-Za-z0-9._~+/-]+=*")) {
            environment.problem("INGEST_ADMIN_TOKEN is no bearer token: give one of ADMIN_TOKEN");
        }
        return new IngestAdmin(urls, token);
    }

    private static @Nullable URI url(String text) {
        try {
            URI url = new URI(text);
            boolean plain =
                    url.getHost() != null
                            && ("" + url.getScheme()).matches("https?")
                            && url.getUserInfo() == null
                            && ("" + url.getPath()).matches("/?")
                            && url.getQuery() == null;
            return plain ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "IngestAdmin" + urls;
    }
}
