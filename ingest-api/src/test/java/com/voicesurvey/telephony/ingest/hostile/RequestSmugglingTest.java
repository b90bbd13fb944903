package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests whose end a proxy might see elsewhere than we do, each with a genuine callback hidden in
 * its body: refused, and the hidden one never taken in.
 */
class RequestSmugglingTest {
    private static final String HIDDEN = RawCallback.ofCall("hidden").text();
    private static AttackedService attacked;

    @BeforeAll
    static void start() {
        attacked = new AttackedService();
    }

    @AfterAll
    static void stop() {
        assertThat(attacked.calls()).doesNotContain("hidden", "outer");
        attacked.close();
    }

    @Test
    void a_length_before_chunks() throws Exception {
        attacked.assertRefuses(framed("Content-Length: 5", "Transfer-Encoding: chunked").text());
    }

    @Test
    void chunks_before_a_length() throws Exception {
        attacked.assertRefuses(framed("Transfer-Encoding: chunked", "Content-Length: 5").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
                "Transfer-Encoding: x\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked;a=b",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding: \u0000chunked",
                "Transfer-Encoding: chunked\u0000",
                "Transfer-Encoding:",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                " Transfer-Encoding: chunked",
                "\tTransfer-Encoding: chunked",
                "X: y\r\n Transfer-Encoding: chunked",
                "Transfer-Encoding:\r\n chunked",
                "X: y\nTransfer-Encoding: chunked",
                "X: y\rTransfer-Encoding: chunked",
                "Transfer\u0000-Encoding: chunked",
                "Transfer-Encod\u0131ng: chunked",
                "Transfer_Encoding: chunked",
            })
    void chunks_said_in_a_way_that_one_of_two_may_miss(String header) throws Exception {
        // without a length, and with one that covers everything
        attacked.assertRefuses(framed(header).text());
        RawCallback outer = framed(header);
        attacked.assertRefuses(outer.with("Content-Length: " + outer.body().length()).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length : 5",
                " Content-Length: 5",
                "X: y\r\n Content-Length: 5",
                "Content-Length:\r\n 5",
                "X: y\nContent-Length: 5",
                "Content-Length: 5\n",
                "Content-Length: 5\u0000",
                "Content-Length: 5\u000b",
            })
    void a_length_said_in_a_way_that_one_of_two_may_miss(String header) throws Exception {
        attacked.assertRefuses(framed(header).text());
    }

    @Test
    void lines_that_end_in_a_bare_line_feed() throws Exception {
        attacked.assertRefuses(RawCallback.ofCall("outer").head().replace("\r\n", "\n"));
    }

    @Test
    void lines_that_end_in_a_bare_carriage_return() throws Exception {
        attacked.assertRefuses(RawCallback.ofCall("outer").head().replace("\r\n", "\r"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: other.example.com",
                "Host: calls.example.com",
                ": nameless",
                "No colon",
                "Bad(name): x",
                "X: a\u0000b",
                "X: a\u007fb\u0001",
            })
    void a_header_that_is_none_or_one_too_many(String header) throws Exception {
        attacked.assertRefuses(RawCallback.ofCall("outer").with(header).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST http://other.example.com%s HTTP/1.1",
                "POST\t%s\tHTTP/1.1",
                "POST %s HTTP/1.1 ",
                "POST %s",
                "POST %s HTTP/1.1\u0000",
                "PO\u0000ST %s HTTP/1.1",
                "post %s HTTP/1.1",
            })
    void a_request_line_with_room_for_doubt(String line) throws Exception {
        RawCallback outer = RawCallback.ofCall("outer");
        String target = outer.requestLine().split(" ", -1)[1];
        attacked.assertRefuses(outer.requestLine(line.formatted(target)).text());
    }

    /** A callback whose body is an end of chunks and then the hidden one. */
    private static RawCallback framed(String... headers) {
        return RawCallback.ofCall("outer")
                .without("Content-Length")
                .with(headers)
                .body("0\r\n\r\n" + HIDDEN);
    }
}
