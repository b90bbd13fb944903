package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.processor.config.DatabaseSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The pool of database connections. */
public final class ConnectionPool {
    /** Connections that are kept although nobody needs them. */
    private static final int IDLE = 2;

    private ConnectionPool() {}

    /** Opens no connection yet; a database that is away is an error of the first use only. */
    public static HikariDataSource open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(settings.url().jdbcUrl());
        config.setUsername(settings.url().user());
        config.setPassword(settings.url().password());
        config.setMaximumPoolSize(settings.poolSize());
        // each proves the password in thousands of hashes: at a start the rest can wait for need
        config.setMinimumIdle(IDLE);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(5_000);
        // A processor that froze in mid-batch, or whose machine is gone, keeps the offset's lock
        // until the server gives up on it, which by TCP alone takes hours. Longer than the relay
        // waits for Kafka.
        config.setConnectionInitSql("set idle_in_transaction_session_timeout = '30s'");
        config.addDataSourceProperty("ApplicationName", "event-processor");
        config.addDataSourceProperty("connectTimeout", "5");
        // seconds without a byte from the server after which a connection counts as dead
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // details quote rows, and rows hold telephone numbers
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
