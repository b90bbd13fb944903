package com.voicesurvey.telephony.processor.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.Values;

/**
 * How the database is reached.
 *
 * @param poolSize most connections at once
 */
public record DatabaseSettings(DatabaseUrl url, int poolSize) {
    static DatabaseSettings read(Environment environment, Values values) {
        String text = values.required(Variable.DATABASE_URL);
        DatabaseUrl url = DatabaseUrl.NONE;
        if (!text.isEmpty()) {
            try {
                url = DatabaseUrl.parse(text);
            } catch (IllegalArgumentException e) {
                // the value itself is not shown: it may hold a password
                environment.problem("DATABASE_URL " + e.getMessage());
            }
        }
        return new DatabaseSettings(url, values.number(Variable.DATABASE_POOL_SIZE, 4, 200));
    }
}
