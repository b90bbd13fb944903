package com.voicesurvey.telephony.testbed.postgres;

import com.voicesurvey.telephony.testbed.tls.ServerCertificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Options for an embedded PostgreSQL that lets nobody but its superusers in without TLS. */
public final class TlsPostgres {
    private TlsPostgres() {}

    /**
     * The options.
     *
     * @param folder where the rules of who is let in are written to
     */
    public static EmbeddedPostgresOptions options(ServerCertificate certificate, Path folder) {
        EmbeddedPostgresOptions plain = EmbeddedPostgresOptions.temporary();
        return plain.with("ssl", "on")
                .with("ssl_cert_file", certificate.chain().toString())
                .with("ssl_key_file", certificate.key().toString())
                .with("hba_file", rules(plain.user(), folder).toString());
    }

    private static Path rules(String superuser, Path folder) {
        String rules =
                """
                host    all postgres 127.0.0.1/32 trust
                host    all %s       127.0.0.1/32 scram-sha-256
                hostssl all all      127.0.0.1/32 scram-sha-256
                """
                        .formatted(superuser);
        try {
            return Files.writeString(folder.resolve("pg_hba.conf"), rules);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }
}
