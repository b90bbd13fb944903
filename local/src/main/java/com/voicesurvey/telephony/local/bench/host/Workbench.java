package com.voicesurvey.telephony.local.bench.host;

import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.Steps;

/**
 * What every benchmark works with.
 *
 * @param rounds how often each is measured, in turn
 */
public record Workbench(Shell shell, BenchFolder folder, JvmOptions jvm, int rounds) {

    public Children children() {
        return new Children(folder, shell.stop());
    }

    public Steps steps() {
        return new Steps(shell.out(), shell.stop());
    }

    /** Tells how it goes, and ends where the program is to stop. */
    public void progress(String line) {
        shell.stop().check();
        shell.out().println("  " + line);
        shell.out().flush();
    }
}
