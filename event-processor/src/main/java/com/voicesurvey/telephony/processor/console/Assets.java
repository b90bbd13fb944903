package com.voicesurvey.telephony.processor.console;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page and what belongs to it: these files and no others, read once. */
final class Assets {
    /** Nothing but the page's own files, and none of it within the page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                    + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<String> FILES =
            List.of(
                    "index.html",
                    "console.css",
                    "icon.svg",
                    "app.js",
                    "api.js",
                    "dom.js",
                    "format.js",
                    "charts.js",
                    "overview.js",
                    "tiles.js",
                    "tables.js",
                    "calls.js",
                    "call.js",
                    "letters.js",
                    "jobs.js",
                    "timeline.js");

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    private final Map<String, Asset> byPath;

    private Assets(Map<String, Asset> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    private record Asset(String mediaType, byte[] content) {}

    /** The files, under that path, where the page itself is. */
    static Assets load(String page) {
        Map<String, Asset> assets = new HashMap<>();
        for (String file : FILES) {
            assets.put(page + file, asset("/console/" + file));
        }
        for (String file : List.of("uPlot.iife.min.js", "uPlot.min.css")) {
            assets.put(page + "uplot/" + file, asset(UPLOT + file));
        }
        assets.put(page, asset("/console/index.html"));
        return new Assets(assets);
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** The paths of all but the page itself. */
    List<String> files() {
        return byPath.keySet().stream().filter(path -> !path.endsWith("/")).toList();
    }

    void answer(Context context) {
        Asset asset = byPath.get(context.path());
        if (asset == null) {
            throw new NotFoundResponse();
        }
        context.header("Content-Security-Policy", POLICY)
                .contentType(asset.mediaType())
                .result(asset.content());
    }

    private static Asset asset(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new Asset(mediaType(resource), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mediaType(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(file + " is of no kind that is served");
        };
    }
}
