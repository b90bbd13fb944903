package com.voicesurvey.telephony.testbed.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A certificate authority of a test's own. Its keys are as good as none: they are thrown away. */
public final class TestAuthority {
    private static final String AUTHORITY = "authority";
    private static final String PASSWORD = "thrown-away";

    private final Path folder;
    private final Keytool keytool;

    private TestAuthority(Path folder) {
        this.folder = folder;
        this.keytool = new Keytool(folder.resolve("keys.p12"), PASSWORD);
    }

    /** Makes one; takes about a second. */
    public static TestAuthority in(Path emptyFolder) {
        TestAuthority authority = new TestAuthority(emptyFolder);
        authority.keytool.generate(AUTHORITY, "-ext", "bc:critical=ca:true");
        Pem.write(authority.certificate(), authority.chain(AUTHORITY));
        return authority;
    }

    /** The PEM file by which a client trusts what this authority has signed. */
    public Path certificate() {
        return folder.resolve("authority.pem");
    }

    /** Signs a server's certificate; takes about a second. */
    public ServerCertificate issue(String dnsName) {
        keytool.generate(dnsName, "-signer", AUTHORITY, "-ext", "san=dns:" + dnsName);
        String chain = chain(dnsName);
        String key = key(dnsName);
        return new ServerCertificate(
                Pem.write(folder.resolve(dnsName + ".crt"), chain),
                Pem.write(folder.resolve(dnsName + ".key"), key),
                Pem.write(folder.resolve(dnsName + ".pem"), key + chain),
                certificate());
    }

    private String chain(String alias) {
        try {
            return Arrays.stream(keys().getCertificateChain(alias))
                    .map(TestAuthority::pem)
                    .collect(Collectors.joining());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String key(String alias) {
        try {
            return Pem.of("PRIVATE KEY", keys().getKey(alias, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Certificate certificate) {
        try {
            return Pem.of("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore keys() throws GeneralSecurityException {
        try (InputStream file = Files.newInputStream(keytool.store())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            return keys;
        } catch (IOException e) {
            throw new GeneralSecurityException("Cannot read " + keytool.store(), e);
        }
    }
}
