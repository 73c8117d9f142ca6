package dev.roost.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How patient the service is with PostgreSQL.
 *
 * @param statementTimeout how long a statement may take, and how long a transaction may stay without one
 */
@ConfigurationProperties("roost.database")
record DatabaseSettings(Duration statementTimeout) {}
