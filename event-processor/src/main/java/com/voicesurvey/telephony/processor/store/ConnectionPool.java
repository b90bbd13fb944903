package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.processor.config.DatabaseSettings;
import com.zaxxer.hikari.HikariDataSource;

/** The pool of database connections. */
public final class ConnectionPool {
    /** Connections that are made and kept although nobody needs them. */
    private static final int IDLE = 1;

    private ConnectionPool() {}

    /** Opens no connection yet; a database that is away is an error of the first use only. */
    public static HikariDataSource open(DatabaseSettings settings) {
        // made with a configuration, it would copy that by reflection
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setJdbcUrl(settings.url().jdbcUrl());
        pool.setUsername(settings.url().user());
        pool.setPassword(settings.url().password());
        pool.setMaximumPoolSize(settings.poolSize());
        // each proves the password in thousands of hashes: at a start the rest can wait for need
        pool.setMinimumIdle(IDLE);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(5_000);
        // A processor that froze in mid-batch, or whose machine is gone, keeps the offset's lock
        // until the server gives up on it, which by TCP alone takes hours. Longer than the relay
        // waits for Kafka.
        pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '30s'");
        pool.addDataSourceProperty("ApplicationName", "event-processor");
        pool.addDataSourceProperty("connectTimeout", "5");
        // seconds without a byte from the server after which a connection counts as dead
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // details quote rows, and rows hold telephone numbers
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
