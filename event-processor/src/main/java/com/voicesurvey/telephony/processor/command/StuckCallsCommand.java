package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.calls.CallSummary;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.store.CallLists;
import com.voicesurvey.telephony.processor.topic.TopicPosition;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Lists calls that do not end. */
@Command(
        name = "stuck",
        description = {
            "Lists the calls without an end that began, or were answered, longer ago than that;"
                    + " the oldest first. Exit code 3 if there are any.%n"
        })
final class StuckCallsCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description = "How long ago: 90s, 10m, 2h. Default: ${DEFAULT-VALUE}")
    private String olderThan = "10m";

    StuckCallsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.tools().with(this::list);
    }

    private int list(Workbench workbench) {
        Instant since = since(workbench.clock().instant());
        long count = workbench.database().transaction(tx -> CallLists.countStuck(tx, since));
        List<CallSummary> calls =
                workbench.database().transaction(tx -> CallLists.stuck(tx, since));
        Printer printer = desk.printer(output);
        if (printer.json()) {
            calls.forEach(printer::json);
        } else {
            if (!calls.isEmpty()) {
                printer.table(
                        List.of("CALL", "PROVIDER'S ID", "STAGE", "PLACED", "ASKED ABOUT"),
                        calls.stream().map(StuckCallsCommand::row).toList());
            }
            printer.line("%,d calls without an end after %s".formatted(count, olderThan));
        }
        return calls.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    private Instant since(Instant now) {
        if (TopicPosition.parse(olderThan, now) instanceof TopicPosition.At at) {
            return at.time();
        }
        throw new IllegalArgumentException(
                "--older-than " + olderThan + ": give a time such as 90s, 10m or 2h");
    }

    private static List<String> row(CallSummary call) {
        return List.of(
                call.callId(),
                Objects.requireNonNullElse(call.providerCallId(), "-"),
                Objects.requireNonNullElse(call.stage(), "-"),
                Objects.toString(call.startedAt(), "-"),
                call.questions() == null ? "-" : call.questions() + "x");
    }
}
