package com.voicesurvey.telephony.ingest.config;

import java.math.BigInteger;
import java.net.InetAddress;

/** A range of IP addresses in CIDR notation, or a single one. */
public record AddressRange(InetAddress network, int prefixLength) {
    public AddressRange {
        if (prefixLength < 0 || prefixLength > bits(network)) {
            throw new IllegalArgumentException("prefix length out of range: " + prefixLength);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 10.0.0.7} or {@code fd00::/8}; never looks a name up.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress address = InetAddress.ofLiteral(text);
            return new AddressRange(address, bits(address));
        }
        return new AddressRange(
                InetAddress.ofLiteral(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        if (bits(address) != bits(network)) {
            return false;
        }
        int ignored = bits(network) - prefixLength;
        return number(address).shiftRight(ignored).equals(number(network).shiftRight(ignored));
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefixLength;
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * 8;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
