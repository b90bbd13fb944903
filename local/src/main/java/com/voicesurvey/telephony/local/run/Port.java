package com.voicesurvey.telephony.local.run;

import com.voicesurvey.telephony.testbed.host.FreePort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A port to listen on.
 *
 * @param option the command line's name for it
 * @param number 0 for a free one
 */
public record Port(String option, int number) {
    public Port {
        if (number < 0 || number > 65_535) {
            throw new RunFailedException(
                    option + " is " + number + ": give a port from 0 to 65535", ExitCode.USAGE);
        }
    }

    /** A free one where any would do. */
    Port chosen() {
        return number == 0 ? new Port(option, FreePort.orGiven(0)) : this;
    }

    /**
     * Returns if all of them can be listened on.
     *
     * @throws RunFailedException naming every port that cannot, with its option
     */
    public static void requireFree(List<Port> ports) {
        List<String> problems = new ArrayList<>();
        Map<Integer, Port> seen = new HashMap<>();
        for (Port port : ports) {
            if (port.number == 0) {
                continue;
            }
            Port other = seen.putIfAbsent(port.number, port);
            if (other != null) {
                problems.add(
                        "Port %d is given twice: %s and %s"
                                .formatted(port.number, other.option, port.option));
            } else if (port.isTaken()) {
                problems.add(
                        ("Port %d is taken: stop what listens there, or choose another port with %s"
                                        + " (0 for a free one)")
                                .formatted(port.number, port.option));
            }
        }
        if (!problems.isEmpty()) {
            throw new RunFailedException(String.join(System.lineSeparator(), problems));
        }
    }

    private boolean isTaken() {
        try {
            return FreePort.orGiven(number) != number;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
