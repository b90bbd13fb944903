package com.voicesurvey.telephony.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

class InfraIT {

    @Test
    void the_shared_servers_are_started_once_and_answer()
            throws SQLException, ExecutionException, InterruptedException {
        var kafka = Infra.kafka();
        var postgres = Infra.postgres();

        assertThat(Infra.kafka()).isSameAs(kafka);
        assertThat(Infra.postgres()).isSameAs(postgres);
        try (var admin = kafka.admin()) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        try (var connection = postgres.createDatabase().dataSource().getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
