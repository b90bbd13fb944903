package com.voicesurvey.telephony.testbed.postgres;

import org.postgresql.ds.PGSimpleDataSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import javax.sql.DataSource;

/** One database of a running PostgreSQL, and who may do everything in it. */
public record Database(String host, int port, String name, String user, String password) {

    public Database {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** {@code postgresql://user:password@host:port/name}, as libpq reads it. */
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(encoded(user), encoded(password), host, port, encoded(name));
    }

    /** {@code jdbc:postgresql://host:port/name} with user and password as parameters. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(host, port, encoded(name), encoded(user), encoded(password));
    }

    /** Opens a new connection each time it is asked for one. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    Database named(String other) {
        return new Database(host, port, other, user, password);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
