package com.voicesurvey.telephony.local.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The generator as a program: takes a {@link LoadPlan} and prints a {@link LoadResult}, as JSON.
 */
public final class LoadProgram {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LoadProgram() {}

    public static void main(String[] args) throws IOException {
        LoadPlan plan = JSON.readValue(args[0], LoadPlan.class);
        PreparedRequests requests = PreparedRequests.of(plan);
        Journal journal = new Journal(requests.size());
        Generator generator = new Generator(plan, requests, journal);
        long epochMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long start = System.nanoTime();
        generator.run(start);
        journal.write(Path.of(plan.log()), start, epochMicros);
        System.out.println(JSON.writeValueAsString(journal.result(plan, start)));
    }
}
