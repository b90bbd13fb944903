package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.processor.config.DatabaseUrl;

import org.postgresql.ds.PGSimpleDataSource;

import javax.sql.DataSource;

/** Databases that an option or a variable names. */
final class Databases {
    private Databases() {}

    /**
     * Connects to nothing yet.
     *
     * @param name of the option or variable, for complaints
     * @throws IllegalArgumentException if the text is no such URL
     */
    static DataSource of(String name, String text) {
        try {
            DatabaseUrl url = DatabaseUrl.parse(text);
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url.jdbcUrl());
            if (url.user() != null) {
                source.setUser(url.user());
                source.setPassword(url.password());
            }
            return source;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }
}
