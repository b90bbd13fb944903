package com.voicesurvey.telephony.ingest.publish;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A Kafka record as the spool keeps it: a version, topic, key, value and headers, each with its
 * length before it. Newer versions of this service must read what older ones left.
 */
final class SpooledRecords {
    private static final int VERSION = 1;

    private SpooledRecords() {}

    static byte[] encode(ProducerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.value().length + 512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(record.topic());
            write(out, record.key());
            write(out, record.value());
            Header[] headers = record.headers().toArray();
            out.writeShort(headers.length);
            for (Header header : headers) {
                out.writeUTF(header.key());
                write(out, header.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException if these bytes are no such record, or one of a newer version
     */
    static ProducerRecord<byte[], byte[]> decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("a record of version " + version + " is not known here");
            }
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(in.readUTF(), read(in), read(in));
            int headers = in.readUnsignedShort();
            for (int i = 0; i < headers; i++) {
                record.headers().add(in.readUTF(), read(in));
            }
            return record;
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length + " is not right");
        }
        return in.readNBytes(length);
    }
}
