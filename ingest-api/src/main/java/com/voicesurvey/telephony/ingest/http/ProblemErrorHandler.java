package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.server.SecurityHeaders;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;

/** Words the errors that Jetty finds before a request reaches the route. */
final class ProblemErrorHandler extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = problem(response.getStatus());
        if (problem.isTemporary()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Problem.RETRY_AFTER);
        }
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(Json.of(problem)), callback);
        return true;
    }

    private static Problem problem(int status) {
        return new Problem(status, HttpStatus.getMessage(status), detail(status));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is not HTTP that can be read";
            case 404 -> "Nothing is here; webhooks go to " + WebhookRoute.PATH;
            case 408 -> "The request did not arrive in time";
            case 414, 431 ->
                    "The request line and headers are too large; HTTP_MAX_HEADER_BYTES sets this"
                            + " limit";
            case 503 -> "The service is stopping; send it again";
            default -> "The request cannot be served";
        };
    }
}
