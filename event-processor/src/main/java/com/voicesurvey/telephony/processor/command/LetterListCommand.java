package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.deadletter.LetterView;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Lists dead letters. */
@Command(
        name = "list",
        description = {
            "Lists the dead letters that nobody has dealt with. Exit code 3 if there are any.%n"
        })
final class LetterListCommand implements Callable<Integer> {
    private static final int WORDS = 70;

    private final Desk desk;

    @Mixin private final OutputOptions output = new OutputOptions();
    @Mixin private final LetterOptions which = new LetterOptions();

    @Option(names = "--all", description = "Also those that were redriven or discarded.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Show the latest N. Default: ${DEFAULT-VALUE}")
    private int limit = 100;

    LetterListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.tools().with(this::list);
    }

    private int list(Workbench workbench) {
        List<LetterView> found = new ArrayList<>();
        try (TopicSource topic = workbench.deadLetterTopic();
                ProgressLine progress = desk.progress("dead letters")) {
            workbench
                    .deadLetters(topic)
                    .read(
                            which.filter(all, workbench.clock().instant()),
                            progress,
                            letter -> found.add(LetterView.of(letter)));
        }
        print(found.stream().sorted(LetterView.LATEST_FIRST).limit(Math.max(limit, 0)).toList());
        if (!output.json) {
            desk.out().printf("%,d dead letters%n", found.size());
        }
        return found.stream().anyMatch(letter -> letter.state().equals("open"))
                ? ExitCode.FOUND
                : ExitCode.OK;
    }

    private void print(List<LetterView> letters) {
        Printer printer = desk.printer(output);
        if (printer.json()) {
            letters.forEach(printer::json);
        } else if (!letters.isEmpty()) {
            printer.table(
                    List.of("LETTER", "STATE", "REASON", "GIVEN UP", "CALL", "WHY"),
                    letters.stream().map(LetterListCommand::row).toList());
        }
    }

    private static List<String> row(LetterView letter) {
        return List.of(
                letter.place(),
                letter.state(),
                letter.reason(),
                Objects.toString(letter.time(), "-"),
                Objects.requireNonNullElse(letter.callId(), "-"),
                letter.detail().length() > WORDS
                        ? letter.detail().substring(0, WORDS) + "…"
                        : letter.detail());
    }
}
