package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.operate.Workbench;

import java.io.PrintStream;
import java.util.function.Function;

/**
 * Where a command is given.
 *
 * @param tools opens the workbench, for as long as the work takes
 * @param out where results go
 * @param err where progress and complaints go
 * @param terminal whether a person watches {@code err}, so that a line may be drawn again and again
 */
public record Desk(Tools tools, PrintStream out, PrintStream err, boolean terminal) {
    /** Opens what is needed, and closes it behind the work. */
    public interface Tools {
        /**
         * Has the work done.
         *
         * @throws com.voicesurvey.telephony.domain.settings.InvalidConfigException if the
         *     environment is wrong
         */
        int with(Function<Workbench, Integer> work);
    }

    Printer printer(OutputOptions options) {
        return new Printer(out, options.json);
    }

    ProgressLine progress(String task) {
        return new ProgressLine(err, terminal, task);
    }
}
