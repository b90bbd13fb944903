package com.voicesurvey.telephony.local.simulate;

import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The calls of one simulation, planned from their seed.
 *
 * @param early those whose attempt is in the database before the first event
 * @param late those whose attempt comes after it
 */
public record SimulatedCalls(
        List<UUID> campaigns, List<CallPlan> plans, List<CallPlan> early, List<CallPlan> late) {

    private static final int CAMPAIGNS = 3;

    public SimulatedCalls {
        campaigns = List.copyOf(campaigns);
        plans = List.copyOf(plans);
        early = List.copyOf(early);
        late = List.copyOf(late);
    }

    /** Plans them; the first one starts at that time. */
    public static SimulatedCalls plan(SimulationSettings settings, Instant start) {
        CallScenario scenario =
                new CallScenario(
                        settings.seed(), settings.mix(), start, CAMPAIGNS, settings.accountSid());
        List<CallPlan> plans = scenario.plans(settings.calls(), settings.rate());
        return new SimulatedCalls(
                scenario.campaignIds(),
                plans,
                chosen(plans, settings.late(), false),
                chosen(plans, settings.late(), true));
    }

    /**
     * Adds campaigns, contacts and the early attempts.
     *
     * @throws RunFailedException if the database has calls of that seed already
     */
    void insertInto(CallRows rows) {
        for (int i = 0; i < campaigns.size(); i++) {
            rows.addCampaign(campaigns.get(i), "Simulation " + (i + 1), i % 2 == 0 ? "en" : "it");
        }
        int contacts = rows.addContacts(plans.stream().map(SimulatedCalls::row).toList());
        int attempts = rows.addAttempts(early.stream().map(SimulatedCalls::row).toList());
        if (contacts != plans.size() || attempts != early.size()) {
            throw new RunFailedException(
                    "The database has calls of this seed already: choose another --seed",
                    ExitCode.USAGE);
        }
    }

    static NewCall row(CallPlan plan) {
        return new NewCall(
                plan.ids().callId(),
                plan.ids().campaignId(),
                plan.ids().contactId(),
                plan.line().to());
    }

    /** Spreads the late ones evenly. */
    private static List<CallPlan> chosen(List<CallPlan> plans, double share, boolean late) {
        return IntStream.range(0, plans.size())
                .filter(i -> (Math.floor((i + 1) * share) > Math.floor(i * share)) == late)
                .mapToObj(plans::get)
                .toList();
    }
}
