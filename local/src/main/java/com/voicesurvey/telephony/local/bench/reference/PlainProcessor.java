package com.voicesurvey.telephony.local.bench.reference;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Events into the database over plain JDBC, as a program: takes a {@link ReferencePlan} as JSON,
 * and {@code each} for a transaction an event or {@code batch} for one a poll of 500.
 */
public final class PlainProcessor {
    private final ReferencePlan plan;
    private final boolean each;

    private PlainProcessor(ReferencePlan plan, boolean each) {
        this.plan = plan;
        this.each = each;
    }

    public static void main(String[] args)
            throws IOException, InterruptedException, ExecutionException {
        ReferencePlan plan = new ObjectMapper().readValue(args[0], ReferencePlan.class);
        new PlainProcessor(plan, args[1].equals("each")).run();
    }

    private void run() throws InterruptedException, ExecutionException {
        List<Integer> partitions = IntStream.range(0, plan.ends().size()).boxed().toList();
        List<List<Integer>> shares =
                plan.threads() == 1
                        ? List.of(partitions)
                        : partitions.stream().map(List::of).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(plan.threads())) {
            List<Future<?>> running = new ArrayList<>();
            for (List<Integer> share : shares) {
                running.add(
                        threads.submit(
                                () -> {
                                    work(share);
                                    return share;
                                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void work(List<Integer> partitions) throws SQLException {
        try (TopicShare topic = new TopicShare(plan, partitions);
                PlainTransaction transaction =
                        new PlainTransaction(DriverManager.getConnection(plan.jdbcUrl()))) {
            while (!topic.isDone()) {
                List<TopicEvent> events = topic.poll();
                if (each) {
                    for (TopicEvent event : events) {
                        transaction.apply(List.of(event));
                    }
                } else if (!events.isEmpty()) {
                    transaction.apply(events);
                }
            }
        }
    }
}
