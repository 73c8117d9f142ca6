package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.roost.ApiTest;
import dev.roost.TestSql;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PoolQueueTest {

    @Test
    void isNoLongerThanAHundredForEachConnection() throws Exception {
        var properties = ApiTest.properties(
                Map.of("DATABASE_POOL_SIZE", "1"), Map.of("datasources.default.connection-timeout", "20000"));
        try (var context = ApplicationContext.run(properties)) {
            var sql = context.getBean(TestSql.class);
            Connection held = sql.connection();
            var waiting = IntStream.range(0, 100)
                    .mapToObj(
                            i -> CompletableFuture.supplyAsync(() -> sql.query("SELECT 1"), Thread::startVirtualThread))
                    .toList();
            await(context.getBean(DataSource.class).unwrap(HikariDataSource.class), 100);

            assertThatThrownBy(sql::connection)
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .hasMessage("100 others wait for a connection");

            held.close();
            assertThat(waiting).allMatch(answer -> answer.join().equals(1));
        }
    }

    private static void await(HikariDataSource pool, int waiting) throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            if (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == waiting) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("not so many wait");
    }
}
