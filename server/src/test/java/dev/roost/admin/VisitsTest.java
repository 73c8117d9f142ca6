package dev.roost.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.ApiTest;
import dev.roost.TestSql;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of visits when instances come and go. */
class VisitsTest {

    @Test
    void areThoseOfAllInstances() {
        var properties = ApiTest.properties(Map.of(), Map.of());
        try (var one = ApplicationContext.run(properties);
                var other = ApplicationContext.run(properties)) {
            for (int i = 0; i < 50; i++) {
                one.getBean(Visits.class).count();
                other.getBean(Visits.class).count();
            }

            one.getBean(Visits.class).write();
            assertThat(other.getBean(Visits.class).total()).isEqualTo(100);
            assertThat(one.getBean(Visits.class).total()).isEqualTo(100);
        }
    }

    @Test
    void areWrittenBeforeTheServiceIsGone() throws Exception {
        var properties = ApiTest.properties(
                Map.of(),
                Map.of("datasources.default.maximum-pool-size", "2", "datasources.default.connection-timeout", "250"));
        try (var context = ApplicationContext.run(properties)) {
            var sql = context.getBean(TestSql.class);
            Visits visits = context.getBean(Visits.class);
            try (var one = sql.connection();
                    var other = sql.connection()) {
                assertThat(one.isClosed() || other.isClosed()).isFalse();
                visits.count();
                assertThatThrownBy(visits::write).isInstanceOf(CannotGetJdbcConnectionException.class);
            }
        }

        try (var context = ApplicationContext.run(properties)) {
            assertThat(context.getBean(Visits.class).total()).isEqualTo(1);
        }
    }
}
