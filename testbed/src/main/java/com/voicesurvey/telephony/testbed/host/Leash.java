package com.voicesurvey.telephony.testbed.host;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a program end with this JVM, however that ends.
 *
 * <p>A small process is there before the program and reads a pipe from this JVM, which the system
 * closes when the JVM is no more. Nothing can come between: the shell that starts it becomes the
 * program.
 */
final class Leash {
    private static final String SCRIPT =
            """
            exec 3<&0
            (
                trap '' HUP INT TERM
                read -r _ <&3 || kill -s KILL $$ 2> /dev/null
            ) &
            exec 3<&-
            exec "$@" < /dev/null
            """;

    private Leash() {}

    /** The command that runs that one on a leash; its process is the program itself. */
    static List<String> on(List<String> command) {
        List<String> leashed = new ArrayList<>(List.of("sh", "-c", SCRIPT, "leash"));
        leashed.addAll(command);
        return leashed;
    }

    /** Lets go of a program that has ended, whose number may soon be another's. */
    static void letGo(Process ended) {
        try (Writer pipe = ended.outputWriter(StandardCharsets.US_ASCII)) {
            pipe.write("ended\n");
        } catch (IOException e) {
            // it was killed as well, and holds nothing any more
        }
    }
}
