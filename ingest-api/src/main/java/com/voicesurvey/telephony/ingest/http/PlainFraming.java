package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

import java.util.List;

/**
 * Refuses requests whose end a proxy before us may see elsewhere: those whose Transfer-Encoding is
 * anything but {@code chunked}, chunks by HTTP/1.0, which has none (RFC 9112, 6.1), and those that
 * offer to go on as a web socket, behind which a proxy may expect no HTTP. Jetty itself refuses
 * what else there is to refuse.
 */
final class PlainFraming implements HttpConfiguration.Customizer {
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        List<String> encodings = request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING);
        boolean plain =
                encodings.isEmpty()
                        || (encodings.size() == 1
                                && encodings.getFirst().equalsIgnoreCase("chunked")
                                && request.getConnectionMetaData().getHttpVersion()
                                        != HttpVersion.HTTP_1_0);
        if (!plain || request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
        }
        return request;
    }
}
