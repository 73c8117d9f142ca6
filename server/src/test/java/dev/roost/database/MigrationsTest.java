package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.TestDatabase;
import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Migrations take along what is in the tables already. */
class MigrationsTest {

    @Test
    void copyThePricesThatThereAre() throws Exception {
        String url = "jdbc:" + TestDatabase.create().replace("postgres://postgres@", "postgresql://");
        FluentConfiguration migrations = Flyway.configure().dataSource(url, "postgres", "");
        migrations.target("10").load().migrate();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO accounts (email, password_hash) VALUES ('owner@example.com', 'none');
                    INSERT INTO products (user_id, name, price) SELECT max(id), 'Lamp', 19.90 FROM accounts;
                    """);

            migrations.target("latest").load().migrate();

            var prices = statement.executeQuery("SELECT name, price FROM products_by_price");
            assertThat(prices.next()).isTrue();
            assertThat(prices.getString("name")).isEqualTo("Lamp");
            assertThat(prices.getBigDecimal("price")).isEqualByComparingTo("19.90");
            assertThat(prices.next()).isFalse();
        }
    }
}
