package dev.roost.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.event.ShutdownEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts a {@link ConnectionSource} below the pool, whose statements end in time, whatever PostgreSQL does. */
@Singleton
final class ConnectionSources
        implements BeanCreatedEventListener<DatasourceConfiguration>, ApplicationEventListener<ShutdownEvent> {

    private final long timeoutSeconds;
    private @Nullable ConnectionSource source;

    ConnectionSources(DatabaseSettings settings) {
        this.timeoutSeconds = settings.statementTimeout().toSeconds();
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        pool.setConnectionInitSql("""
                SET statement_timeout = '%1$ds';
                SET idle_in_transaction_session_timeout = '%1$ds'
                """.formatted(timeoutSeconds));
        // Longer, so that a PostgreSQL that answers at all says itself that it gave up.
        pool.addDataSourceProperty("socketTimeout", String.valueOf(timeoutSeconds + 1));
        source = new ConnectionSource(pool);
        pool.setDataSource(source);
        return pool;
    }

    /** When the pool is closed, it waits for the connection that it asked for. */
    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        if (source != null) {
            source.close();
        }
    }
}
