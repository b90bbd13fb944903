package com.voicesurvey.telephony.local.run;

import java.util.List;

/** Where the servers listen. */
public record BackendPorts(Port kafka, Port postgres) {
    List<Port> all() {
        return List.of(kafka, postgres);
    }
}
