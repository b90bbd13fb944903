package com.voicesurvey.telephony.local.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/metrics.md, as far as its tables name metrics of ours. */
public final class MetricsPage {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `((?:ingest|telephony)_\\w+)` \\| (\\w+) \\|([^|]*)\\|");
    private static final Pattern TAG = Pattern.compile("`(\\w+)`");

    private MetricsPage() {}

    public static Set<Metric> read() {
        Set<Metric> metrics = new TreeSet<>();
        Matcher row = ROW.matcher(text(Path.of("docs", "metrics.md")));
        while (row.find()) {
            Set<String> tags = new TreeSet<>();
            Matcher tag = TAG.matcher(row.group(3));
            while (tag.find()) {
                tags.add(tag.group(1));
            }
            metrics.add(new Metric(row.group(1), row.group(2), tags));
        }
        return metrics;
    }

    /** A file of the project, by its path from the top. */
    static String text(Path path) {
        try {
            return Files.readString(Path.of("..").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
