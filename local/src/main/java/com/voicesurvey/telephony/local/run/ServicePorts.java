package com.voicesurvey.telephony.local.run;

import java.util.List;

/**
 * Where the services listen.
 *
 * @param http ingest-api's webhooks
 * @param admin ingest-api's health and metrics
 * @param ops event-processor's health, metrics and calls
 */
public record ServicePorts(Port http, Port admin, Port ops) {
    /** With a port for ingest-api's admin that event-processor can be told before that listens. */
    ServicePorts withAdminChosen() {
        return new ServicePorts(http, admin.chosen(), ops);
    }

    List<Port> all() {
        return List.of(http, admin, ops);
    }
}
