package dev.roost.configuration;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;

/** Ends the service when the build tool that started it is gone, so that killing that one leaves no port taken. */
@Context
@Requires(property = "roost.exit-with-parent", value = "true")
final class ParentWatch {

    @PostConstruct
    void watch() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
}
