package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in chunks, which state no length. */
class ChunkedBodyTest {
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    @AutoClose private static final AttackedService attacked = new AttackedService();

    @Test
    void a_genuine_callback_in_chunks_is_taken() throws Exception {
        String answer =
                Exchange.of(
                        attacked.port(), RawCallback.ofCall("in-chunks").chunked(CHUNKED).text());
        assertThat(Exchange.statuses(answer)).containsExactly(200);
        assertThat(attacked.calls()).contains("in-chunks");
    }

    @Test
    void endless_chunks_are_refused_once_they_are_over_the_limit() throws Exception {
        String answer = attacked.assertRefuses(body("1000\r\n" + "x".repeat(4096) + "\r\n", 2000));
        assertThat(Exchange.statuses(answer)).isSubsetOf(413);
    }

    @Test
    void endless_chunks_of_one_byte_are_refused_too() throws Exception {
        attacked.assertRefuses(body("1\r\nx\r\n", 200_000));
    }

    @Test
    void an_endless_trailer_is_refused() throws Exception {
        attacked.assertRefuses(body("0\r\n", 1) + "X-Trailer: y\r\n".repeat(100_000));
    }

    @Test
    void an_endless_chunk_extension_is_refused() throws Exception {
        attacked.assertRefuses(body("1;", 1) + "x".repeat(2_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1\r\nx\r\n0\r\n\r\n",
                "+1\r\nx\r\n0\r\n\r\n",
                "0x1\r\nx\r\n0\r\n\r\n",
                "g\r\nx\r\n0\r\n\r\n",
                " \r\nx\r\n0\r\n\r\n",
                "\r\n\r\n",
                "7fffffff\r\nx\r\n0\r\n\r\n",
                "80000000\r\nx\r\n0\r\n\r\n",
                "ffffffff\r\nx\r\n0\r\n\r\n",
                "100000000\r\nx\r\n0\r\n\r\n",
                "ffffffffffffffff1\r\nx\r\n0\r\n\r\n",
                "1\nx\n0\n\n",
                "1\rx\r0\r\r",
                "2\r\nx\r\n0\r\n\r\n",
                "1\r\nxy\r\n0\r\n\r\n",
                "1\r\nx0\r\n\r\n",
                "5\r\nab",
                "0",
                "",
            })
    void broken_chunks_are_refused(String chunks) throws Exception {
        attacked.assertRefuses(body(chunks, 1));
    }

    private static String body(String chunk, int times) {
        return RawCallback.ofCall("hostile").chunked(CHUNKED).head() + chunk.repeat(times);
    }
}
