package com.voicesurvey.telephony.domain.settings;

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
public final class Environment {
    private static final String FILE_SUFFIX = "_FILE";

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> problems = new LinkedHashSet<>();

    public Environment(Map<String, String> environment) {
        environment.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        values.put(name, value.strip());
                    }
                });
    }

    /** The value or its default, null where there is neither. */
    public @Nullable String text(Setting variable) {
        String value = value(variable.name());
        return value != null ? value : variable.defaultValue();
    }

    /** The value of a variable that no {@link Setting} stands for. */
    public @Nullable String value(String name) {
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
    public List<String> namesWithPrefix(String prefix) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(Environment::withoutFileSuffix)
                .distinct()
                .sorted()
                .toList();
    }

    /** Notes what is wrong and what to do about it. */
    public void problem(String text) {
        problems.add(text);
    }

    /**
     * Returns if nothing is wrong.
     *
     * @throws InvalidConfigException naming every problem that was noted
     */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(List.copyOf(problems));
        }
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
