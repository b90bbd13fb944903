package com.voicesurvey.telephony.local.bench.micro;

import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.report.Series;
import com.voicesurvey.telephony.local.run.RunFailedException;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the microbenchmarks of this package, each in JVMs of its own. */
public final class MicroBench {
    private static final int WARM_UPS = 3;
    private static final List<Class<?>> BENCHMARKS =
            List.of(
                    VerifierBenchmark.class,
                    ParserBenchmark.class,
                    CodecBenchmark.class,
                    StateMachineBenchmark.class);

    private MicroBench() {}

    /**
     * Runs them; a round is one iteration.
     *
     * @param seconds how long an iteration takes
     */
    public static BenchReport run(Workbench bench, int seconds) {
        List<Series> series = new ArrayList<>();
        for (Class<?> benchmark : BENCHMARKS) {
            for (RunResult result : run(benchmark, bench.rounds(), seconds)) {
                Series one = series(result);
                series.add(one);
                bench.progress("%-32s %,9.0f ns".formatted(one.name(), one.median()));
            }
        }
        return new BenchReport(
                "micro",
                "JMH, one thread, average time, %d iterations of %d s"
                        .formatted(bench.rounds(), seconds),
                series,
                List.of(),
                List.of(),
                List.of("A callback of real size: 31 parameters."),
                List.of());
    }

    private static List<RunResult> run(Class<?> benchmark, int rounds, int seconds) {
        var options =
                new OptionsBuilder()
                        .include("^" + benchmark.getName() + "\\.")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(1)
                        // not what this program itself runs with
                        .jvmArgs(
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "--sun-misc-unsafe-memory-access=allow")
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.seconds(seconds))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        try {
            return List.copyOf(new Runner(options).run());
        } catch (RunnerException e) {
            throw new RunFailedException(benchmark.getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Series series(RunResult result) {
        List<Double> nanos = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                nanos.add(iteration.getPrimaryResult().getScore());
            }
        }
        String name = result.getParams().getBenchmark();
        String[] parts = name.split("\\.", -1);
        return new Series(parts[parts.length - 2] + "." + parts[parts.length - 1], "ns", nanos);
    }
}
