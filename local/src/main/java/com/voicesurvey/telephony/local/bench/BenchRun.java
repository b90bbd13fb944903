package com.voicesurvey.telephony.local.bench;

import com.voicesurvey.telephony.local.bench.apply.ApplyBench;
import com.voicesurvey.telephony.local.bench.endtoend.EndToEndBench;
import com.voicesurvey.telephony.local.bench.footprint.FootprintBench;
import com.voicesurvey.telephony.local.bench.growth.GrowthBench;
import com.voicesurvey.telephony.local.bench.host.BenchFolder;
import com.voicesurvey.telephony.local.bench.host.Setup;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.ingest.IngestBench;
import com.voicesurvey.telephony.local.bench.micro.MicroBench;
import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.report.ReportFiles;
import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.Shell;

/**
 * Runs one benchmark and reports it. The exit code says whether what was written is right; targets
 * that are missed are only reported.
 */
public record BenchRun(Benchmark benchmark, Shell shell) {

    public int run() {
        Setup setup = benchmark.setup();
        Workbench bench =
                new Workbench(shell, BenchFolder.find(setup.out()), setup.jvm(), setup.rounds());
        BenchReport report =
                switch (benchmark) {
                    case Benchmark.Ingest ingest -> IngestBench.run(bench, ingest.settings());
                    case Benchmark.Apply apply -> ApplyBench.run(bench, apply.settings());
                    case Benchmark.EndToEnd endToEnd ->
                            EndToEndBench.run(bench, endToEnd.settings());
                    case Benchmark.Growth growth -> GrowthBench.run(bench, growth.settings());
                    case Benchmark.Footprint footprint ->
                            FootprintBench.run(bench, footprint.settings());
                    case Benchmark.Micro micro -> MicroBench.run(bench, micro.seconds());
                };
        report.print(shell.out());
        ReportFiles.write(report, bench.folder().results())
                .forEach(file -> shell.out().println("Written: " + file));
        return report.isRight() ? ExitCode.OK : ExitCode.FAILED;
    }
}
