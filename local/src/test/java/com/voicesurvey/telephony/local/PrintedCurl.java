package com.voicesurvey.telephony.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A printed command, run as curl would run it. */
record PrintedCurl(String text) {
    private static final Pattern COMMAND = Pattern.compile("curl (?:[^\\n]|\\\\\\n)*[^\\\\]\\n");
    private static final Pattern URL = Pattern.compile("'?(http://[^' \\n]+)'?");
    private static final Pattern DATA = Pattern.compile(" -d (\\S+)");
    private static final Pattern HEADER = Pattern.compile(" -H '([^:]+): ([^']+)'");

    /** All commands of a text, in their order. */
    static List<PrintedCurl> in(String output) {
        return COMMAND.matcher(output)
                .results()
                .map(MatchResult::group)
                .map(PrintedCurl::new)
                .toList();
    }

    HttpResponse<String> run() {
        var url = URL.matcher(text);
        if (!url.find()) {
            throw new AssertionError("no URL in " + text);
        }
        String form =
                DATA.matcher(text).results().map(d -> d.group(1)).collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.group(1)));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        HEADER.matcher(text).results().forEach(h -> request.header(h.group(1), h.group(2)));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(text, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(text, e);
        }
    }

    /** The same with one character of the signature changed. */
    PrintedCurl withWrongSignature() {
        var header = HEADER.matcher(text);
        if (!header.find()) {
            throw new AssertionError("no signature in " + text);
        }
        int at = header.start(2);
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return new PrintedCurl(text.substring(0, at) + other + text.substring(at + 1));
    }
}
