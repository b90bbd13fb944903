package com.voicesurvey.telephony.processor.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class HeaderJsonTest {

    @Test
    void text_stays_readable() {
        assertThat(HeaderJson.write(List.of(MessageHeader.text("ce_type", "call.answered"))))
                .isEqualTo("[{\"name\":\"ce_type\",\"text\":\"call.answered\"}]");
    }

    @Test
    void no_byte_is_lost() {
        byte[] binary = {0, 1, (byte) 0xff, (byte) 0xfe, 65};
        List<MessageHeader> headers =
                List.of(
                        new MessageHeader("twice", binary),
                        MessageHeader.text("twice", "è \uD83D\uDE00"),
                        MessageHeader.text("replaced", "what was no text: \uFFFD"),
                        new MessageHeader("none", null),
                        new MessageHeader("empty", new byte[0]),
                        MessageHeader.text("nul\0name", "nul\0value"));

        List<MessageHeader> read = HeaderJson.read(HeaderJson.write(headers));

        assertThat(read).usingRecursiveComparison().isEqualTo(headers);
    }

    @Test
    void nothing_that_postgresql_cannot_keep_is_written() {
        assertThat(HeaderJson.write(List.of(MessageHeader.text("a\0b", "c\0d"))))
                .doesNotContain("\\u0000");
    }
}
