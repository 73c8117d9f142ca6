package dev.roost;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.roost.configuration.InvalidSettingsException;
import dev.roost.configuration.Settings;
import dev.roost.http.problem.Problem;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the service. */
@OpenAPIExtraSchema(classes = Problem.class)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Roost",
                        version = "0.1.0",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0"),
                        description = """
                                Accounts, a product catalogue and a microblog.

                                Register or log in, then send the access token with every request that needs one:
                                `Authorization: Bearer <token>`. All JSON is snake_case, times are RFC 3339 in UTC, and
                                prices are exact decimals. Every refusal is a problem document (RFC 9457); its
                                `request_id` is also in the `X-Request-Id` header of the answer. `RateLimit-Limit`,
                                `RateLimit-Remaining` and `RateLimit-Reset` (in seconds) tell how much may still be
                                asked; past that there are 429s with `Retry-After`.
                                """))
public final class Application {

    private Application() {}

    /**
     * Reads the settings and serves until the process is told to stop; ends with status 1 when a setting is wrong or
     * PostgreSQL cannot be reached.
     */
    public static void main(String[] args) {
        try {
            Settings settings = Settings.fromEnvironment();
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install(); // The PostgreSQL driver logs with Java's own.
            TerminationSignal.handle(() -> System.exit(0)); // Nothing is under way yet.
            ApplicationContext service = Micronaut.build(args)
                    .mainClass(Application.class)
                    .banner(false)
                    .environmentPropertySource(false) // What may be set is in Setting; Micronaut reads any name.
                    .properties(settings.properties())
                    .mapError(BeanInstantiationException.class, Application::statusOf)
                    .mapError(ServerStartupException.class, Application::statusOf)
                    .start();
            TerminationSignal.handle(() -> end(service));
        } catch (InvalidSettingsException e) {
            refuse(e.getMessage());
        }
    }

    /** Where it is PostgreSQL that cannot be reached, one line says so; all else is logged with its stack. */
    private static int statusOf(BeanInstantiationException failure) {
        Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(PoolInitializationException.class::isInstance)
                .findFirst()
                .ifPresent(cause -> refuse("Roost cannot start: " + cause.getMessage()));
        return 1;
    }

    /** Where a port cannot be listened on, one line says so. */
    private static int statusOf(ServerStartupException failure) {
        if (failure.getCause() instanceof IOException taken) {
            refuse("Roost cannot start: %s: %s".formatted(failure.getMessage(), taken.getMessage()));
        }
        return 1;
    }

    private static void refuse(@Nullable String message) {
        System.err.println(message);
        System.exit(1);
    }

    private static void end(ApplicationContext service) {
        try (service) {
            service.getBean(GracefulShutdown.class).drain();
        } catch (Exception e) {
            LoggerFactory.getLogger(Application.class).error("The service could not end as it should", e);
        } finally {
            System.exit(0);
        }
    }
}
