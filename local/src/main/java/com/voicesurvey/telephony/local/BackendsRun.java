package com.voicesurvey.telephony.local;

import com.voicesurvey.telephony.local.command.Arguments;
import com.voicesurvey.telephony.local.run.Backends;
import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Port;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.Steps;

import java.io.PrintStream;
import java.util.List;

/** Runs the servers until it is told to stop. */
record BackendsRun(Arguments.Backends arguments, Shell shell) {

    int run() {
        PrintStream out = shell.out();
        Port.requireFree(List.of(arguments.ports().kafka(), arguments.ports().postgres()));
        try (Owned owned = new Owned()) {
            Backends backends =
                    Backends.start(
                            owned,
                            new Steps(out, shell.stop()),
                            arguments.ports(),
                            arguments.data());
            out.println();
            out.println("export DATABASE_URL=" + backends.database().url());
            out.println("export KAFKA_BOOTSTRAP_SERVERS=" + backends.kafka().bootstrapServers());
            out.println();
            out.println("Running; Ctrl-C stops them.");
            shell.stop().await();
            out.println("Stopping ...");
        }
        return ExitCode.OK;
    }
}
