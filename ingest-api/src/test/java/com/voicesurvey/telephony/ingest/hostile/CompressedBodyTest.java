package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Compressed bodies: nothing here ever unpacks anything. */
class CompressedBodyTest {
    @AutoClose private static final AttackedService attacked = new AttackedService();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "x-gzip", "identity, gzip", "unheard-of"})
    void a_compressed_body_is_a_415_however_large_it_would_become(String encoding)
            throws Exception {
        String bomb = gzip("a".repeat(10_000_000));
        RawCallback callback = RawCallback.ofCall("hostile").without("Content-Length");
        String answer =
                attacked.assertRefuses(
                        callback.with(
                                        "Content-Encoding: " + encoding,
                                        "Content-Length: " + bomb.length())
                                .body(bomb)
                                .text());
        assertThat(Exchange.statuses(answer)).containsExactly(415);
    }

    private static String gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(ISO_8859_1));
        }
        return bytes.toString(ISO_8859_1);
    }
}
