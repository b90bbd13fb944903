package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.server.SecurityHeaders;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;

/**
 * Words the errors that Jetty finds before a request reaches the route, and closes the connection:
 * where such a request ends, and whether the next one begins there, is not to be relied on.
 */
final class ProblemErrorHandler extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = problem(understood(response.getStatus()));
        response.setStatus(problem.status());
        if (problem.isTemporary()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Problem.RETRY_AFTER);
        }
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(Json.of(problem)), callback);
        return true;
    }

    /**
     * Jetty says 505 to what claims no version of HTTP that it speaks; but a 5xx means a fault of
     * ours, which a provider may repeat a callback for.
     */
    private static int understood(int status) {
        return status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
                        || status == HttpStatus.NOT_IMPLEMENTED_501
                ? HttpStatus.BAD_REQUEST_400
                : status;
    }

    private static Problem problem(int status) {
        return new Problem(status, HttpStatus.getMessage(status), detail(status));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is not HTTP that can be read";
            case 404 -> Problems.NOTHING_HERE;
            case 408 -> "The request did not arrive in time";
            case 414, 431 ->
                    "The request line and headers are too large; HTTP_MAX_HEADER_BYTES sets this"
                            + " limit";
            case 503 -> "The service is stopping; send it again";
            default -> "The request cannot be served";
        };
    }
}
