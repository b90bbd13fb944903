package com.voicesurvey.telephony.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

class SpooledRecordsTest {
    @Test
    void a_record_comes_back_as_it_was() throws Exception {
        ProducerRecord<byte[], byte[]> record = record();
        assertSame(SpooledRecords.decode(SpooledRecords.encode(record)), record);
    }

    @Test
    void what_the_first_version_wrote_stays_readable() throws Exception {
        byte[] bytes =
                HexFormat.of()
                        .parseHex(
                                "01000b63616c6c2d6576656e7473000000036b65790000000576616c7565"
                                        + "0002000563655f6964000000026964"
                                        + "0007636f6e74656e7400000000");
        assertSame(SpooledRecords.decode(bytes), record());
        assertThat(SpooledRecords.encode(record())).isEqualTo(bytes);
    }

    @Test
    void every_cut_and_every_other_version_is_said_to_be_unreadable() {
        byte[] bytes = SpooledRecords.encode(record());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SpooledRecords.decode(cut)).isInstanceOf(IOException.class);
        }
        bytes[0] = 9;
        assertThatThrownBy(() -> SpooledRecords.decode(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9");
    }

    private static ProducerRecord<byte[], byte[]> record() {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("call-events", bytes("key"), bytes("value"));
        record.headers().add("ce_id", bytes("id")).add("content", bytes(""));
        return record;
    }

    private static void assertSame(
            ProducerRecord<byte[], byte[]> actual, ProducerRecord<byte[], byte[]> expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
