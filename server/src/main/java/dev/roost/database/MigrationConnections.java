package dev.roost.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Gives migrations connections of their own, because the pool's give up what takes long. */
@Singleton
@Named(MigrationConnections.DATASOURCE)
final class MigrationConnections implements FlywayConfigurationCustomizer {

    static final String DATASOURCE = "default";

    private final DatasourceConfiguration settings;

    MigrationConnections(DatasourceConfiguration settings) {
        this.settings = settings;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        flyway.dataSource(ConnectionSource.unpooled(settings, Map.of("socketTimeout", "0")));
    }

    @Override
    public String getName() {
        return DATASOURCE;
    }
}
