package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.processor.ops.OpsPart;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.util.Set;

/** The console's routes, all under {@code /console}. */
public final class Console implements OpsPart {
    private static final String PAGE = "/console/";
    private static final String WITHOUT_SLASH = "/console";

    private final Assets assets = Assets.load(PAGE);
    private final SignIn signIn;
    private final LiveFigures figures;
    private final CallRoutes calls;
    private final LetterRoutes letters;
    private final JobRoutes jobs;

    public Console(
            SignIn signIn,
            LiveFigures figures,
            CallRoutes calls,
            LetterRoutes letters,
            JobRoutes jobs) {
        this.signIn = signIn;
        this.figures = figures;
        this.calls = calls;
        this.letters = letters;
        this.jobs = jobs;
    }

    @Override
    public boolean isOpen(String path) {
        return assets.has(path) || Set.of(WITHOUT_SLASH, SignIn.PATH).contains(path);
    }

    @Override
    public boolean isSignedIn(Context context) {
        return signIn.sessionOf(context) != null;
    }

    @Override
    public void addRoutes(RoutesConfig routes) {
        routes.before("/console/*", OwnRequests::check);
        // stands for both: Javalin takes no notice of a slash at the end
        routes.get(WITHOUT_SLASH, this::page);
        assets.files().forEach(path -> routes.get(path, assets::answer));
        signIn.addRoutes(routes);
        routes.sse("/console/api/live", figures.watchers()::serve);
        calls.addRoutes(routes);
        letters.addRoutes(routes);
        jobs.addRoutes(routes);
    }

    /** The page's files are beside it, so that its own address has to end in a slash. */
    private void page(Context context) {
        if (context.path().equals(WITHOUT_SLASH)) {
            context.redirect(PAGE);
        } else {
            assets.answer(context);
        }
    }

    @Override
    public void close() {
        figures.watchers().close();
    }
}
