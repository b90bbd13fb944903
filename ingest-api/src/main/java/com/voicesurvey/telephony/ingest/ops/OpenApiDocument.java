package com.voicesurvey.telephony.ingest.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI 3.1 document of the public route, a resource beside this class. */
final class OpenApiDocument {
    private static final String RESOURCE = "openapi.json";

    private OpenApiDocument() {}

    static byte[] bytes() {
        try (InputStream document = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (document == null) {
                throw new IllegalStateException("the jar holds no " + RESOURCE);
            }
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE + " from the jar failed", e);
        }
    }
}
