package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.replay.ReplayReport;
import com.voicesurvey.telephony.processor.replay.ReplayRequest;
import com.voicesurvey.telephony.processor.topic.TopicPosition;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.UUID;
import java.util.concurrent.Callable;

/** Applies a part of the topic again. */
@Command(
        name = "replay",
        description = {
            "Reads call-events again and applies what the database does not hold yet. No dialogue"
                    + " starts, and processors may go on beside it.%n"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            required = true,
            description = "Where to begin: " + TopicPosition.FORMS + ".")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            description = "Where to end, likewise. Default: ${DEFAULT-VALUE}")
    private String to = "end";

    @Option(names = "--call-id", paramLabel = "ID", description = "Only this call's events.")
    private @Nullable String callId;

    @Option(
            names = "--campaign-id",
            paramLabel = "UUID",
            description = "Only events of this campaign's calls.")
    private @Nullable UUID campaignId;

    @Option(names = "--dry-run", description = "Count what would be done, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--take-over",
            description =
                    "Also apply what no processor has read yet, in their place and without starting"
                            + " dialogues: for a database that was lost or restored. No processor"
                            + " may run meanwhile.")
    private boolean takeOver;

    ReplayCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.tools().with(this::replay);
    }

    private int replay(Workbench workbench) {
        ReplayRequest request = request(workbench);
        if (takeOver && !dryRun) {
            int running = workbench.processors().count();
            if (running > 0) {
                desk.err()
                        .println(
                                running
                                        + " processors are running, and would start dialogues for"
                                        + " what is to be taken over: stop them first.");
                return ExitCode.USAGE;
            }
        }
        ReplayReport report;
        try (TopicSource topic = workbench.callEvents();
                ProgressLine progress = desk.progress("replay")) {
            report = workbench.replay(topic).run(request, progress);
        }
        print(report);
        return report.complete() ? ExitCode.OK : ExitCode.FAILED;
    }

    private ReplayRequest request(Workbench workbench) {
        return new ReplayRequest(
                TopicPosition.parse(from, workbench.clock().instant()),
                TopicPosition.parse(to, workbench.clock().instant()),
                callId == null ? null : new CallId(callId),
                campaignId == null ? null : new CampaignId(campaignId),
                dryRun,
                takeOver);
    }

    private void print(ReplayReport report) {
        Printer printer = desk.printer(output);
        if (printer.json()) {
            printer.json(report);
            return;
        }
        printer.line("%,12d records read".formatted(report.read()));
        if (callId != null || campaignId != null) {
            printer.line("%,12d of them wanted".formatted(report.matching()));
        }
        String would = report.dryRun() ? " (would be; nothing was changed)" : "";
        printer.line("%,12d new, applied%s".formatted(report.applied(), would));
        printer.line("%,12d new, waiting for their attempt%s".formatted(report.parked(), would));
        printer.line("%,12d already there".formatted(report.alreadyThere()));
        printer.line("%,12d not applicable: dead letters".formatted(report.notApplicable()));
        if (report.leftToProcessors() > 0) {
            printer.line(
                    "%,12d not read by any processor yet, and left to them (see --take-over)"
                            .formatted(report.leftToProcessors()));
        }
    }
}
