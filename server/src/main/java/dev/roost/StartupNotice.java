package dev.roost;

import dev.roost.configuration.Platform;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says, once the service listens, where to look at it, and when it is not fit for production. */
@Singleton
final class StartupNotice implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StartupNotice.class);

    private final Platform platform;
    private final @Nullable Integer managementPort;

    StartupNotice(Platform platform, @Property(name = "endpoints.all.port") @Nullable Integer managementPort) {
        this.platform = platform;
        this.managementPort = managementPort;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (platform.isDevelopment()) {
            LOG.warn("PLATFORM=dev: stand-ins for absent settings, looser rules. NOT FOR PRODUCTION.");
        }
        LOG.info("Swagger UI: {}/swagger-ui/", event.getSource().getURI());
        if (managementPort != null) {
            LOG.info("Metrics: http://{}:{}/prometheus", event.getSource().getHost(), managementPort);
        }
    }
}
