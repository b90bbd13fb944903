package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.audit.AuditReport;
import com.voicesurvey.telephony.processor.audit.Difference;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.topic.TopicPosition;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Compares the database with the topic. */
@Command(
        name = "audit",
        description = {
            "Folds the topic's events call by call and names each field that the database holds"
                    + " otherwise. Exit code 3 if there is a difference left.%n"
        })
final class AuditCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description =
                    "Where to begin: "
                            + TopicPosition.FORMS
                            + ". A call with events before it is not compared. Default:"
                            + " ${DEFAULT-VALUE}")
    private String from = "beginning";

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            description = "Where to end, likewise. Default: ${DEFAULT-VALUE}")
    private String to = "end";

    @Option(
            names = "--repair",
            description =
                    "Write what the topic says; never what the dialogue, or somebody else, has"
                            + " decided.")
    private boolean repair;

    AuditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.tools().with(this::audit);
    }

    private int audit(Workbench workbench) {
        Printer printer = desk.printer(output);
        AuditReport report;
        try (TopicSource topic = workbench.callEvents();
                ProgressLine progress = desk.progress("audit")) {
            report =
                    workbench
                            .audit(topic)
                            .run(
                                    TopicPosition.parse(from, workbench.clock().instant()),
                                    TopicPosition.parse(to, workbench.clock().instant()),
                                    repair ? workbench.repair() : null,
                                    progress,
                                    difference -> print(difference, printer));
        }
        print(report, printer);
        if (!report.complete()) {
            return ExitCode.FAILED;
        }
        return report.left() > 0 ? ExitCode.FOUND : ExitCode.OK;
    }

    private static void print(Difference difference, Printer printer) {
        if (printer.json()) {
            printer.json(
                    new DifferenceLine(
                            difference.call().value(),
                            difference.field(),
                            difference.topicSays(),
                            difference.databaseSays()));
        } else {
            printer.line(
                    "%s  %s: topic %s, database %s"
                            .formatted(
                                    difference.call(),
                                    difference.field(),
                                    difference.topicSays(),
                                    difference.databaseSays()));
        }
    }

    private record DifferenceLine(
            String callId, String field, String topicSays, String databaseSays) {}

    private void print(AuditReport report, Printer printer) {
        if (printer.json()) {
            printer.json(report);
            return;
        }
        printer.line(
                "%,12d records read, %,d of them no call events"
                        .formatted(report.read(), report.unreadable()));
        if (report.leftToProcessors() > 0) {
            printer.line(
                    "%,12d not read by any processor yet: not compared"
                            .formatted(report.leftToProcessors()));
        }
        printer.line("%,12d calls".formatted(report.calls()));
        printer.line("%,12d as the topic says".formatted(report.exact()));
        printer.line(
                "%,12d with events outside of what was read: not compared"
                        .formatted(report.onlyPartlyRead()));
        printer.line(
                "%,12d with nothing to compare: their events wait, or are dead letters"
                        .formatted(report.nothingToCompare()));
        printer.line(
                "%,12d different, in %,d differences"
                        .formatted(report.different(), report.differences()));
        if (repair) {
            printer.line("%,12d repaired".formatted(report.repaired()));
        }
    }
}
