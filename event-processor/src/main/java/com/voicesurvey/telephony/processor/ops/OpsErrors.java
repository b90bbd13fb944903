package com.voicesurvey.telephony.processor.ops;

import io.javalin.http.HttpStatus;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;

/** Words what Jetty refuses before a route is looked for; shows nothing of the request. */
final class OpsErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        OpsProblem problem =
                new OpsProblem(
                        HttpStatus.forStatus(response.getStatus()),
                        "The request cannot be served.");
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, OpsProblem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }
}
