package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.domain.fault.PhoneNumbers;
import com.voicesurvey.telephony.processor.deadletter.HeldLetter;
import com.voicesurvey.telephony.processor.deadletter.LetterPlaces;
import com.voicesurvey.telephony.processor.deadletter.LetterView;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Shows one dead letter whole. */
@Command(
        name = "show",
        description = {
            "Shows one dead letter with its headers, oldest first, and its record; telephone numbers"
                    + " are masked.%n"
        })
final class LetterShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "LETTER", description = "As the list shows it: PARTITION@OFFSET.")
    private String place = "";

    @Option(names = "--numbers", description = "Show telephone numbers, too.")
    private boolean numbers;

    LetterShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.tools().with(this::show);
    }

    private record ShownHeader(String name, String value) {}

    private record Shown(LetterView letter, List<ShownHeader> headers, String record) {}

    private int show(Workbench workbench) {
        HeldLetter letter;
        try (TopicSource topic = workbench.deadLetterTopic()) {
            letter = workbench.deadLetters(topic).find(LetterPlaces.parse(place));
        }
        if (letter == null) {
            desk.err().println("There is no dead letter " + place + ".");
            return ExitCode.FAILED;
        }
        Shown shown =
                new Shown(
                        LetterView.of(letter),
                        letter.record().headers().stream().map(this::shown).toList(),
                        text(letter.record().value()));
        Printer printer = desk.printer(output);
        if (printer.json()) {
            printer.json(shown);
        } else {
            print(shown, printer);
        }
        return ExitCode.OK;
    }

    private static void print(Shown shown, Printer printer) {
        LetterView letter = shown.letter();
        printer.line("letter    " + letter.place() + ", " + letter.state());
        printer.line("reason    " + letter.reason() + ": " + letter.detail());
        printer.line("given up  " + Objects.toString(letter.time(), "-"));
        printer.line("call      " + Objects.requireNonNullElse(letter.callId(), "-"));
        printer.line(
                "read at   "
                        + Objects.requireNonNullElse(
                                letter.source(), "- (set aside before any topic)"));
        printer.line("");
        shown.headers().forEach(header -> printer.line(header.name() + ": " + header.value()));
        printer.line("");
        printer.line(shown.record());
    }

    private ShownHeader shown(MessageHeader header) {
        return new ShownHeader(header.name(), text(header.value()));
    }

    private String text(byte @Nullable [] bytes) {
        String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return numbers ? text : PhoneNumbers.masked(text);
    }
}
