package com.voicesurvey.telephony.processor.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error of the operators' port as RFC 9457 has it.
 *
 * @param detail for a person: what is wrong and what to do
 */
public record OpsProblem(HttpStatus status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();

    public void answer(Context context) {
        context.status(status).contentType(MEDIA_TYPE).result(json());
    }

    byte[] json() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getMessage());
        body.put("status", status.getCode());
        body.put("detail", detail);
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and a number are always JSON", e);
        }
    }
}
