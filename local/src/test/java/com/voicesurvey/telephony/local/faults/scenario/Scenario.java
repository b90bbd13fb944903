package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.load.Clocks;
import com.voicesurvey.telephony.local.faults.load.Way;

/**
 * A schedule of faults. It may leave everything broken: whoever runs it heals the world afterwards.
 */
@FunctionalInterface
public interface Scenario {

    /** Lets things fail on that stage; the load runs before, meanwhile and after. */
    void play(Stage stage);

    /** What the provider's clocks show meanwhile. */
    default Clocks clocks() {
        return Clocks.RIGHT;
    }

    /** How callbacks reach the instances, unless other scenarios of the round want it otherwise. */
    default Way way() {
        return Way.DIRECT;
    }
}
