package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.ingest.config.OutboundSettings;
import com.voicesurvey.telephony.local.bench.Benchmark;
import com.voicesurvey.telephony.local.run.BackendPorts;
import com.voicesurvey.telephony.local.run.Pipeline;
import com.voicesurvey.telephony.local.simulate.SimulationSettings;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

import javax.sql.DataSource;

/** What the program is asked to do. */
public sealed interface Arguments {

    /**
     * Run the whole pipeline.
     *
     * @param simulation null to wait for a person's own calls
     * @param keepRunning whether to stay after the simulation
     */
    record Local(Pipeline.Plan plan, @Nullable SimulationSettings simulation, boolean keepRunning)
            implements Arguments {}

    /**
     * Run the servers alone.
     *
     * @param data where they keep their files; null for temporary ones
     */
    record Backends(BackendPorts ports, @Nullable Path data) implements Arguments {}

    /**
     * Call some receiver as Twilio does.
     *
     * @param database where the calls are prepared and compared; null to do neither
     * @param kafka where dialogue starts are looked at; null not to
     */
    record Simulate(
            CallbackUrl receiver,
            TwilioSigner signer,
            SimulationSettings settings,
            @Nullable DataSource database,
            @Nullable String kafka)
            implements Arguments {}

    /**
     * Place a call.
     *
     * @param isOwnCampaign whether the campaign is this program's own, to be added where it is not
     *     there
     */
    record PlaceCall(
            CallOrder order, boolean isOwnCampaign, OutboundSettings settings, DataSource database)
            implements Arguments {}

    /** Make what has the services start sooner. */
    record AotCaches() implements Arguments {}

    /** Measure something. */
    record Bench(Benchmark benchmark) implements Arguments {}
}
