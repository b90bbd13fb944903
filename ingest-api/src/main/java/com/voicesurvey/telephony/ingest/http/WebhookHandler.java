package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * The public routes, in front of Javalin, which answers everything else. They use Jetty's own
 * interface, since nobody waits in them: the thread that reads from the sockets takes a request as
 * far as Kafka's producer, and no other has to be woken for it.
 */
final class WebhookHandler extends Handler.Wrapper {
    private final Map<String, WebhookRoute> routes;

    WebhookHandler(Map<String, WebhookRoute> routes) {
        this.routes = Map.copyOf(routes);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        WebhookRoute route = routes.get(path(request));
        if (route == null) {
            elsewhere(request, response, callback);
        } else {
            route.take(new Exchange(request, response, callback));
        }
        return true;
    }

    /** One slash at the end does not count, as in Javalin's own routes. */
    private static String path(Request request) {
        String path = Request.getPathInContext(request);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void elsewhere(Request request, Response response, Callback callback) {
        try {
            getServer().getThreadPool().execute(() -> handleElsewhere(request, response, callback));
        } catch (RejectedExecutionException e) {
            Response.writeError(request, response, callback, 503);
        }
    }

    // whatever a handler throws is an answer, as it is where Jetty calls one
    private void handleElsewhere(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
