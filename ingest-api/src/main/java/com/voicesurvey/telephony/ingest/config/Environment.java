package com.voicesurvey.telephony.ingest.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The variables as they are set: blank counts as unset, and {@code NAME_FILE} stands for the
 * content of the file it names. Collects problems instead of failing at the first.
 */
final class Environment {
    private static final String FILE_SUFFIX = "_FILE";

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> problems = new LinkedHashSet<>();

    Environment(Map<String, String> environment) {
        environment.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        values.put(name, value.strip());
                    }
                });
    }

    /** The value or its default, null where there is neither. */
    @Nullable String text(Variable variable) {
        String value = value(variable.name());
        return value != null ? value : variable.defaultValue();
    }

    @Nullable String value(String name) {
        String file = values.get(name + FILE_SUFFIX);
        String value = values.get(name);
        if (file == null) {
            return value;
        }
        if (value != null) {
            problem(name + " and " + name + FILE_SUFFIX + " are both set: keep one of them");
        }
        return content(name + FILE_SUFFIX, file);
    }

    /** The names that start so, with {@code _FILE} taken off, sorted. */
    List<String> namesWithPrefix(String prefix) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(Environment::withoutFileSuffix)
                .distinct()
                .sorted()
                .toList();
    }

    void problem(String text) {
        problems.add(text);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private @Nullable String content(String name, String file) {
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (!content.isEmpty()) {
                return content;
            }
            problem(name + " names an empty file: " + file);
        } catch (IOException | InvalidPathException e) {
            problem(name + " names a file that cannot be read: " + file);
        }
        return null;
    }

    private static String withoutFileSuffix(String name) {
        return name.endsWith(FILE_SUFFIX)
                ? name.substring(0, name.length() - FILE_SUFFIX.length())
                : name;
    }
}
