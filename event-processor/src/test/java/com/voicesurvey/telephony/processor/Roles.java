package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.testbed.postgres.Database;

import org.jooq.DSLContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The roles of deploy/postgres/roles.sql, made in a database as its superuser would. */
record Roles(Database database, DSLContext superuser) {
    private static final String PASSWORD = "role-test";

    /** Runs the script, twice. */
    static Roles in(Database database, DSLContext superuser) throws IOException {
        String script = Files.readString(Path.of("..", "deploy", "postgres", "roles.sql"));
        superuser.execute(script);
        superuser.execute(script);
        superuser.execute("alter role voicesurvey_owner password '" + PASSWORD + "'");
        return new Roles(database, superuser);
    }

    Database owner() {
        return as("voicesurvey_owner");
    }

    /** Another login with that role's rights. */
    Database login(String name, String role) {
        superuser.execute("drop role if exists " + name);
        superuser.execute(
                "create role %s login password '%s' in role %s".formatted(name, PASSWORD, role));
        return as(name);
    }

    private Database as(String user) {
        return new Database(database.host(), database.port(), database.name(), user, PASSWORD);
    }
}
