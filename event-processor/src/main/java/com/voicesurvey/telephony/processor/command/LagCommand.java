package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.store.Offsets;
import com.voicesurvey.telephony.processor.topic.TopicSource;
import com.voicesurvey.telephony.processor.topic.TopicSpan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** How far processors are behind. */
@Command(
        name = "lag",
        description = {"Shows how far the database is behind the topic, partition by partition.%n"})
final class LagCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--above",
            paramLabel = "N",
            description = "Exit with code 3 if the sum is above N.")
    private @Nullable Long above;

    LagCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.tools().with(this::lag);
    }

    /** One partition; what is behind its retention counts as not there. */
    private record PartitionLag(int partition, long position, long end, long lag) {}

    private record Lag(List<PartitionLag> partitions, long lag, int processors) {}

    private int lag(Workbench workbench) {
        Lag lag;
        try (TopicSource topic = workbench.callEvents()) {
            TopicSpan all = topic.all();
            Map<Integer, Long> stored =
                    workbench
                            .database()
                            .transaction(
                                    tx -> Offsets.read(tx, all.topicId(), all.ranges().keySet()));
            List<PartitionLag> partitions = new ArrayList<>();
            all.ranges()
                    .forEach(
                            (number, there) -> {
                                long position = stored.getOrDefault(number, 0L);
                                partitions.add(
                                        new PartitionLag(
                                                number,
                                                position,
                                                there.to(),
                                                Math.max(
                                                        0,
                                                        there.to()
                                                                - Math.max(
                                                                        position, there.from()))));
                            });
            lag =
                    new Lag(
                            partitions,
                            partitions.stream().mapToLong(PartitionLag::lag).sum(),
                            workbench.processors().count());
        }
        print(lag);
        return above != null && lag.lag() > above ? ExitCode.FOUND : ExitCode.OK;
    }

    private void print(Lag lag) {
        Printer printer = desk.printer(output);
        if (printer.json()) {
            printer.json(lag);
            return;
        }
        printer.table(
                List.of("PARTITION", "APPLIED TO", "END", "LAG"),
                lag.partitions().stream()
                        .map(
                                p ->
                                        List.of(
                                                Integer.toString(p.partition()),
                                                Long.toString(p.position()),
                                                Long.toString(p.end()),
                                                Long.toString(p.lag())))
                        .toList());
        printer.line(
                "%,d records behind, %d processors running".formatted(lag.lag(), lag.processors()));
    }
}
