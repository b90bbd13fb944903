package com.voicesurvey.telephony.local;

import com.voicesurvey.telephony.local.bench.BenchRun;
import com.voicesurvey.telephony.local.bench.aot.AotTraining;
import com.voicesurvey.telephony.local.command.Arguments;
import com.voicesurvey.telephony.local.command.CommandReader;
import com.voicesurvey.telephony.local.command.Reading;
import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.LogFile;
import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.StopSignal;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs one command until it is done or told to stop (SIGINT, SIGTERM, SIGHUP). Exit codes: see
 * {@link ExitCode}.
 */
public final class Main {
    private static final int SECONDS_TO_STOP = 90;

    private Main() {}

    public static void main(String[] args) {
        StopSignal stop = new StopSignal();
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, exitCode), "stop"));
        int code = ExitCode.FAILED;
        try {
            code = run(args, new Shell(System.getenv(), System.out, System.err, stop, true));
        } finally {
            exitCode.complete(code);
        }
        System.exit(code);
    }

    /** Lets the command end in good order by itself, and the process with the command's code. */
    private static void end(StopSignal stop, CompletableFuture<Integer> exitCode) {
        stop.request();
        int code =
                exitCode.completeOnTimeout(ExitCode.FAILED, SECONDS_TO_STOP, TimeUnit.SECONDS)
                        .join();
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command in whatever process this is; gives the exit code. */
    static int run(String[] args, Shell shell) {
        return switch (CommandReader.read(args, shell)) {
            case Reading.Answered(int exitCode) -> exitCode;
            case Reading.Understood(Arguments arguments) -> run(arguments, shell);
        };
    }

    private static int run(Arguments arguments, Shell shell) {
        LogFile log = null;
        try {
            log = logFile(arguments, shell);
            int code = dispatch(arguments, shell, log == null ? "-" : log.path().toString());
            // a receiver that refuses leaves nothing to look up on this side
            if (log != null && (code == ExitCode.OK || arguments instanceof Arguments.Simulate)) {
                log.discard();
            }
            return code;
        } catch (RunFailedException e) {
            shell.err().println(e.getMessage());
            if (log != null) {
                log.discard();
            }
            return e.exitCode();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Main.class).error("The command failed", e);
            shell.err().println(e.getMessage() == null ? e.toString() : e.getMessage());
            if (log != null) {
                shell.err().println("The log tells more: " + log.path());
            }
            return ExitCode.FAILED;
        }
    }

    private static int dispatch(Arguments arguments, Shell shell, String logFile) {
        return switch (arguments) {
            case Arguments.Local local -> new LocalRun(local, shell, logFile).run();
            case Arguments.Backends backends -> new BackendsRun(backends, shell).run();
            case Arguments.Simulate simulate -> new SimulateRun(simulate, shell).run();
            case Arguments.PlaceCall call -> new PlaceCallRun(call, shell).run();
            case Arguments.AotCaches _ -> new AotTraining(shell).run();
            case Arguments.Bench bench -> new BenchRun(bench.benchmark(), shell).run();
        };
    }

    /** Null where the process, and its logging, is somebody else's. */
    private static @Nullable LogFile logFile(Arguments arguments, Shell shell) {
        if (!shell.ownsProcess()) {
            return null;
        }
        return switch (arguments) {
            case Arguments.Local local ->
                    open(local.plan().data(), shell, local.simulation() != null);
            case Arguments.Backends backends -> open(backends.data(), shell, false);
            case Arguments.Simulate _,
                    Arguments.PlaceCall _,
                    Arguments.AotCaches _,
                    Arguments.Bench _ ->
                    open(null, shell, true);
        };
    }

    private static LogFile open(@Nullable Path data, Shell shell, boolean quiet) {
        return LogFile.open(data, shell.environment(), quiet);
    }
}
