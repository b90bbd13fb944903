package com.voicesurvey.telephony.testbed.tls;

import java.nio.file.Path;

/**
 * What a server shows, and what a client trusts it by; PEM files all.
 *
 * @param chain the server's certificate and its authority's
 * @param key the server's private key, unencrypted and readable by its owner alone
 * @param keyAndChain both in one file, as Kafka reads them
 * @param authority what a client that trusts this server has to trust
 */
public record ServerCertificate(Path chain, Path key, Path keyAndChain, Path authority) {}
