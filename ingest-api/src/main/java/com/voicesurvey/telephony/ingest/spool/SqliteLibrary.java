package com.voicesurvey.telephony.ingest.spool;

import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * SQLite's native library as the build unpacks it beside the driver's jar. Without it the driver
 * writes a copy of its own into the folder for temporary files at each start, reads it again to
 * compare it, and cannot work where nothing may be executed from there.
 */
final class SqliteLibrary {
    private static final String PATH = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** Has the driver use it, where it is there for this system and nobody names another. */
    static void preferUnpacked() {
        CodeSource driver = SQLiteJDBCLoader.class.getProtectionDomain().getCodeSource();
        if (driver == null || System.getProperty(PATH) != null) {
            return;
        }
        try {
            Path folder = folderBeside(driver.getLocation().toURI());
            if (Files.isDirectory(folder)) {
                System.setProperty(PATH, folder.toString());
            }
        } catch (URISyntaxException e) {
            // a class path nobody can name a file of: the driver's own way works there, too
        }
    }

    /** The folders in which the jar has it. */
    private static Path folderBeside(URI jar) {
        String inJar = LibraryLoaderUtil.getNativeLibResourcePath();
        return Path.of(jar).resolveSibling(inJar.substring(1));
    }
}
