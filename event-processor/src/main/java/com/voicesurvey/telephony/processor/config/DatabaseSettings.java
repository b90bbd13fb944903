package com.voicesurvey.telephony.processor.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import java.util.Map;

/**
 * How the database is reached.
 *
 * @param poolSize most connections at once
 * @param migrate whether this process brings the tables up, or waits until somebody has
 */
public record DatabaseSettings(DatabaseUrl url, int poolSize, boolean migrate) {
    /**
     * Reads them alone, for {@code migrate}, which needs no other.
     *
     * @throws com.voicesurvey.telephony.domain.settings.InvalidConfigException naming every problem
     *     at once
     */
    public static DatabaseSettings of(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        DatabaseSettings settings = read(environment, new Values(environment));
        environment.check();
        return settings;
    }

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
        return new DatabaseSettings(
                url,
                values.number(Variable.DATABASE_POOL_SIZE, 4, 200),
                values.truth(Variable.MIGRATE));
    }

    @Override
    public String toString() {
        return RecordText.of(this, url, poolSize, migrate);
    }
}
