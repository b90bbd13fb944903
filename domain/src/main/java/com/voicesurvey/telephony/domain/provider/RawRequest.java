package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.event.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A provider's HTTP request before anything is believed of it: exactly what a signature covers,
 * with the parameters decoded once for verifier and parser both. A class, since a record would
 * compare the body's bytes by identity.
 */
public final class RawRequest {
    private final String method;
    private final String url;
    private final Headers headers;
    private final byte[] body;
    private final List<Parameter> query;
    private final List<Parameter> form;

    /**
     * @param method the HTTP method, upper case
     * @param url the URL that the provider called, to the letter: scheme, host, path and the query
     *     still encoded
     * @param headers all headers, looked up without regard to case
     * @param body the raw bytes; not copied, not to be changed afterwards
     * @param query the query's parameters, decoded, in order
     * @param form the form body's parameters, decoded, in order; empty where the body is no form
     */
    public RawRequest(
            String method,
            String url,
            Headers headers,
            byte[] body,
            List<Parameter> query,
            List<Parameter> form) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
        this.query = List.copyOf(query);
        this.form = List.copyOf(form);
    }

    public String method() {
        return method;
    }

    public String url() {
        return url;
    }

    /** The first header of that name, or null. */
    public @Nullable String header(String name) {
        List<String> values = headers.values(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    public Headers headers() {
        return headers;
    }

    /** The raw bytes themselves, not a copy. */
    public byte[] body() {
        return body;
    }

    public List<Parameter> query() {
        return query;
    }

    public List<Parameter> form() {
        return form;
    }

    /** The headers of a request by name, whatever its case. */
    @FunctionalInterface
    public interface Headers {
        /** All values of that name in order, empty if there is none. */
        List<String> values(String name);
    }
}
