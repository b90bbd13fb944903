package com.voicesurvey.telephony.local.observe;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric of ours, as one that scrapes it sees it.
 *
 * @param tags their names, in order
 */
public record Metric(String name, String type, Set<String> tags) implements Comparable<Metric> {
    private static final Pattern TYPE =
            Pattern.compile("(?m)^# TYPE ((?:ingest|telephony)_\\w+) (\\w+)$");
    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^((?:ingest|telephony)_\\w+)(?:\\{(.*)})? \\S+$");
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"[^\"]*\"");
    private static final Pattern PART = Pattern.compile("_(?:bucket|sum|count|max)$");

    /** Those of a service's answer; what belongs to a histogram counts as that histogram. */
    public static Set<Metric> shown(String exposition) {
        Map<String, String> types = new HashMap<>();
        Matcher type = TYPE.matcher(exposition);
        while (type.find()) {
            types.put(type.group(1), type.group(2));
        }
        Map<String, Set<String>> tags = new HashMap<>();
        Matcher sample = SAMPLE.matcher(exposition);
        while (sample.find()) {
            String name = family(sample.group(1), types);
            Set<String> names = tags.computeIfAbsent(name, _ -> new TreeSet<>());
            Matcher tag = TAG.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (tag.find()) {
                names.add(tag.group(1));
            }
            names.remove("le");
        }
        Set<Metric> metrics = new TreeSet<>();
        tags.forEach(
                (name, of) -> metrics.add(new Metric(name, types.getOrDefault(name, "?"), of)));
        return metrics;
    }

    /** The names under which Prometheus keeps it. */
    static List<String> seriesOf(Metric metric) {
        String name = metric.name();
        return metric.type().equals("histogram")
                ? List.of(name + "_bucket", name + "_sum", name + "_count", name + "_max")
                : List.of(name);
    }

    private static String family(String name, Map<String, String> types) {
        String base = PART.matcher(name).replaceFirst("");
        return "histogram".equals(types.get(base)) ? base : name;
    }

    @Override
    public int compareTo(Metric other) {
        return Comparator.comparing(Metric::toString).compare(this, other);
    }
}
