package com.voicesurvey.telephony.ingest.ops;

import com.voicesurvey.telephony.ingest.server.SecurityHeaders;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;

/** Words what Jetty refuses before a route is looked for; shows nothing of the request. */
final class AdminErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        AdminProblem problem =
                new AdminProblem(
                        status, HttpStatus.getMessage(status), "The request cannot be served");
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, AdminProblem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }
}
