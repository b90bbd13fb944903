import com.voicesurvey.telephony.testbed.postgres.Database;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresOptions;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresServer;

import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/**
 * Generates the jOOQ classes: {@code GenerateTables MIGRATIONS TARGET}. Runs the migrations on a
 * real PostgreSQL of its own and reads the tables back from it; does nothing while the migrations
 * are the same as the last time.
 */
class GenerateTables {
    private static final String PACKAGE = "com.voicesurvey.telephony.processor.db";

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stamp = target.resolve("migrations.sha256");
        String digest = digest(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        try (var postgres = EmbeddedPostgresServer.launch(EmbeddedPostgresOptions.temporary())) {
            generate(postgres.database(), migrations, target);
        }
        Files.writeString(stamp, digest);
    }

    private static void generate(Database database, Path migrations, Path target) throws Exception {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        GenerationTool.generate(
                new Configuration()
                        .withLogging(Logging.WARN)
                        .withJdbc(
                                new Jdbc()
                                        .withDriver("org.postgresql.Driver")
                                        .withUrl(database.jdbcUrl()))
                        .withGenerator(
                                new Generator()
                                        .withDatabase(
                                                new org.jooq.meta.jaxb.Database()
                                                        .withInputSchema("public")
                                                        .withOutputSchemaToDefault(true)
                                                        .withExcludes(
                                                                "flyway_.*|processed_events_.*"))
                                        .withGenerate(
                                                new Generate()
                                                        .withJavaTimeTypes(true)
                                                        .withGeneratedAnnotation(true))
                                        .withTarget(
                                                new Target()
                                                        .withPackageName(PACKAGE)
                                                        .withDirectory(target.toString()))));
    }

    private static String digest(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : sorted(migrations)) {
            digest.update(Files.readAllBytes(file));
        }
        return new BigInteger(1, digest.digest()).toString(16);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
