package com.voicesurvey.telephony.ingest.twilio;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What Twilio may have signed in place of the URL that it called: the same with the scheme's
 * default port, or without its port. Nothing else of the URL is touched.
 */
final class OtherPort {
    private OtherPort() {}

    /** Null where that is no URL. */
    static @Nullable String of(String url) {
        int authority = url.indexOf("://") + 3;
        if (authority < 3) {
            return null;
        }
        int end = endOfAuthority(url, authority);
        int port = portColon(url, authority, end);
        if (port < 0) {
            return url.substring(0, end) + defaultPort(url, authority) + url.substring(end);
        }
        return url.substring(0, port) + url.substring(end);
    }

    private static int endOfAuthority(String url, int from) {
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Where the port begins, or -1; a colon inside a password or an IPv6 address is none. */
    private static int portColon(String url, int from, int to) {
        int colon = url.lastIndexOf(':', to - 1);
        int before = Math.max(url.lastIndexOf(']', to - 1), url.lastIndexOf('@', to - 1));
        return colon >= from && colon > before ? colon : -1;
    }

    private static String defaultPort(String url, int authority) {
        String scheme = url.substring(0, authority - 3).toLowerCase(Locale.ROOT);
        return scheme.equals("https") ? ":443" : ":80";
    }
}
