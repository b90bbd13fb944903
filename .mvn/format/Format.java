import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The build's formatter: {@code Format check|write FOLDER}. Runs in source mode on the toolchain's
 * JDK, because a formatter inside Maven's own JVM cannot parse newer syntax than that JVM knows.
 */
class Format {
    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    public static void main(String[] args) throws IOException, FormatterException {
        boolean write = args[0].equals("write");
        int wrong = 0;
        for (Path file : sources(Path.of(args[1]))) {
            String before = Files.readString(file);
            String after = formatted(file, before);
            if (after.equals(before)) {
                continue;
            }
            wrong++;
            if (write) {
                Files.writeString(file, after);
            }
            System.out.println((write ? "formatted " : "not formatted: ") + file);
        }
        if (wrong > 0 && !write) {
            System.err.println(
                    wrong
                            + " files are not formatted. Mend them: ./mvnw -N validate -Dformat=write");
            System.exit(1);
        }
    }

    private static String formatted(Path file, String source) throws FormatterException {
        try {
            String used = RemoveUnusedImports.removeUnusedImports(source);
            return FORMATTER.formatSource(ImportOrderer.reorderImports(used, Style.AOSP));
        } catch (FormatterException e) {
            System.err.println(file + ": " + e.getMessage());
            throw e;
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }
}
