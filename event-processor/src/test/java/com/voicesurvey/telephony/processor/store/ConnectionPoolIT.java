package com.voicesurvey.telephony.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.processor.config.DatabaseSettings;
import com.voicesurvey.telephony.processor.config.DatabaseUrl;
import com.voicesurvey.telephony.testbed.Infra;

import org.junit.jupiter.api.Test;

class ConnectionPoolIT {

    @Test
    void a_processor_that_is_gone_in_mid_batch_does_not_keep_its_locks() throws Exception {
        DatabaseUrl url = DatabaseUrl.parse(Infra.postgres().createDatabase().url());
        try (var pool = ConnectionPool.open(new DatabaseSettings(url, 1, false));
                var connection = pool.getConnection();
                var statement = connection.createStatement();
                var shown = statement.executeQuery("show idle_in_transaction_session_timeout")) {
            shown.next();
            assertThat(shown.getString(1)).isEqualTo("30s");
        }
    }
}
