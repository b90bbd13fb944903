package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.processor.console.CallRecords;
import com.voicesurvey.telephony.processor.console.CallRoutes;
import com.voicesurvey.telephony.processor.console.Console;
import com.voicesurvey.telephony.processor.console.IngestInstances;
import com.voicesurvey.telephony.processor.console.JobRoutes;
import com.voicesurvey.telephony.processor.console.LetterRoutes;
import com.voicesurvey.telephony.processor.console.LiveFigures;
import com.voicesurvey.telephony.processor.console.SignIn;
import com.voicesurvey.telephony.processor.console.Watchers;
import com.voicesurvey.telephony.processor.consume.RecordLookup;
import com.voicesurvey.telephony.processor.consume.TopicEnds;
import com.voicesurvey.telephony.processor.operate.Jobs;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.store.Database;

import java.time.Clock;

/** Gives the console what it looks at and works with. */
final class ConsoleWiring implements AutoCloseable {
    private final Owned owned = new Owned();
    private final BackgroundTask figures;
    private final Console console;

    ConsoleWiring(ProcessorConfig config, Database database, Clock clock) {
        SignIn signIn = new SignIn(config.ops().tokens(), clock);
        Watchers watchers = new Watchers(signIn::stillAdmits, this::wake);
        LiveFigures live =
                new LiveFigures(
                        watchers,
                        database,
                        owned.own(new TopicEnds(() -> KafkaClients.admin(config))),
                        owned.own(new IngestInstances(config.ingestAdmin())),
                        config.overdue(),
                        clock);
        figures =
                owned.own(
                        new BackgroundTask(
                                "console", 1, LiveFigures.INTERVAL, live::takeIfWatched));
        Workbench workbench = Operator.workbench(config, database);
        console =
                new Console(
                        signIn,
                        live,
                        new CallRoutes(
                                database,
                                config.overdue(),
                                clock,
                                new CallRecords(
                                        new RecordLookup(() -> KafkaClients.recordReader(config))),
                                signIn),
                        new LetterRoutes(workbench, signIn),
                        new JobRoutes(owned.own(new Jobs(workbench)), clock, signIn));
    }

    /** Its pages and routes. */
    Console console() {
        return console;
    }

    /** Keeps its figures up to date while somebody watches. */
    BackgroundTask figures() {
        return figures;
    }

    @Override
    public void close() {
        owned.close();
    }

    private void wake() {
        figures.wake();
    }
}
