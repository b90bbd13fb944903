package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.calls.CallReport;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.store.CallHistory;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Shows what happened to a call. */
@Command(
        name = "show",
        description = {"Shows a call's attempt, its contact, and its events in order.%n"})
final class CallShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "CALL_ID", description = "The call, by its call_id.")
    private String callId = "";

    CallShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.tools().with(this::show);
    }

    private int show(Workbench workbench) {
        CallReport call = workbench.database().transaction(tx -> CallHistory.find(tx, callId));
        if (call == null) {
            desk.err().println("Neither an attempt nor an event of call " + callId + " is known.");
            return ExitCode.FAILED;
        }
        Printer printer = desk.printer(output);
        if (printer.json()) {
            printer.json(call);
        } else {
            print(call, printer);
        }
        return ExitCode.OK;
    }

    private static void print(CallReport call, Printer printer) {
        printer.line("call      " + call.callId());
        CallReport.AttemptReport attempt = call.attempt();
        if (attempt == null) {
            printer.line("attempt   not there yet: the events wait for it");
        } else {
            printer.line(
                    "attempt   %d of contact %s, campaign %s"
                            .formatted(
                                    attempt.attemptNumber(),
                                    attempt.contactId(),
                                    attempt.campaignId()));
            printer.line("provider  " + text(attempt.providerCallId()));
            printer.line(
                    "stands    %s (%s), outcome %s"
                            .formatted(
                                    attempt.stage(),
                                    text(attempt.providerRawStatus()),
                                    text(attempt.outcome())));
            printer.line(
                    "times     placed %s, answered %s, ended %s"
                            .formatted(
                                    attempt.startedAt(),
                                    text(attempt.answeredAt()),
                                    text(attempt.endedAt())));
            if (attempt.errorCode() != null) {
                printer.line(
                        "error     " + attempt.errorCode() + " " + text(attempt.errorMessage()));
            }
        }
        CallReport.ContactReport contact = call.contact();
        if (contact != null) {
            printer.line(
                    "contact   %s, last outcome %s"
                            .formatted(contact.state(), text(contact.lastOutcome())));
        }
        printer.line("");
        printer.table(
                List.of("EVENT", "HAPPENED", "LATE", "APPLIED AFTER", "WHAT BECAME OF IT", "AGAIN"),
                call.events().stream().map(CallShowCommand::row).toList());
    }

    private static List<String> row(CallReport.EventReport event) {
        return List.of(
                event.eventType(),
                event.providerTime() == null
                        ? event.receivedAt() + " (received)"
                        : event.providerTime().toString(),
                milliseconds(event.lateMs()),
                milliseconds(event.receivedToAppliedMs()),
                event.disposition(),
                event.duplicates() == 0 ? "" : event.duplicates() + "x");
    }

    private static String milliseconds(@Nullable Long value) {
        return value == null ? "-" : value + " ms";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "-");
    }
}
