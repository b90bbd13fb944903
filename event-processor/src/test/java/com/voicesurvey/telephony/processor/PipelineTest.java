package com.voicesurvey.telephony.processor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.sql.SQLException;

/** A test with topics and a migrated database of its own. */
abstract class PipelineTest {
    Pipeline pipeline;

    @BeforeEach
    void startPipeline() throws SQLException {
        pipeline = Pipeline.fresh().migrated();
    }

    @AfterEach
    void stopPipeline() {
        pipeline.close();
    }
}
