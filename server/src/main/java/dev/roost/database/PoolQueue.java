package dev.roost.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/**
 * Limits how many may wait for a connection of the pool: who would wait in vain is refused at once. It is no
 * {@code DelegatingDataSource}, because Micronaut's transactions unwrap those, and would go past it.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PoolQueue implements BeanCreatedEventListener<DataSource> {

    /** With statements of 20 ms, the last of them has its turn within the two seconds that it waits at most. */
    private static final int WAITING_PER_CONNECTION = 100;

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return event.getBean() instanceof HikariDataSource pool ? limit(pool) : event.getBean();
    }

    private static DataSource limit(HikariDataSource pool) {
        int max = pool.getMaximumPoolSize() * WAITING_PER_CONNECTION;
        return (DataSource) Proxy.newProxyInstance(
                PoolQueue.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")
                            && pool.getHikariPoolMXBean().getThreadsAwaitingConnection() >= max) {
                        throw new SQLTransientConnectionException("%d others wait for a connection".formatted(max));
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
