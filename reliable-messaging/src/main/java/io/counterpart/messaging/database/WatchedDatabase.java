package io.counterpart.messaging.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;

import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.Driver;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the watch in front of the pool. Background statements, which may take long, are not watched. */
public final class WatchedDatabase implements BeanPostProcessor, DisposableBean {

    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final BooleanSupplier servesRequest;
    private final List<DatabaseWatch> watches = new ArrayList<>();

    /** @param servesRequest whether the current thread serves a request */
    public WatchedDatabase(BooleanSupplier servesRequest) {
        this.servesRequest = servesRequest;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        var watch = new DatabaseWatch(probeOf(pool));
        watches.add(watch);
        return new WatchedDataSource(pool, watch, servesRequest);
    }

    @Override
    public void destroy() {
        watches.forEach(DatabaseWatch::close);
    }

    private static DatabaseProbe probeOf(HikariDataSource pool) {
        var driver = new Driver();
        return new DatabaseProbe(() -> driver.connect(pool.getJdbcUrl(), settings(pool)), PATIENCE);
    }

    private static Properties settings(HikariDataSource pool) {
        var settings = new Properties();
        settings.putAll(pool.getDataSourceProperties());
        settings.setProperty("user", String.valueOf(pool.getUsername()));
        settings.setProperty("password", pool.getPassword() == null ? "" : pool.getPassword());
        settings.setProperty("connectTimeout", "1");
        settings.setProperty("socketTimeout", "1");
        return settings;
    }
}
