package com.voicesurvey.telephony.processor.ops;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** A part of the operators' port beside its own routes. */
public interface OpsPart extends AutoCloseable {
    /** Whether everybody may ask for that path: what is there says nothing of any call. */
    boolean isOpen(String path);

    /** Whether the request comes from somebody who has signed in. */
    boolean isSignedIn(Context context);

    void addRoutes(RoutesConfig routes);

    /** Lets go of the requests that it holds open. */
    @Override
    void close();
}
