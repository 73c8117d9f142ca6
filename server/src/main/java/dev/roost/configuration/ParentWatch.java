package dev.roost.configuration;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;

/** Ends the service when the build tool that started it is gone, so that killing that one leaves no port taken. */
@Context
@Requires(property = "roost.exit-with-parent", value = "true")
final class ParentWatch {

    @PostConstruct
    void start() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        Thread.ofPlatform().name("parent-watch").daemon().start(() -> exitWith(parent)));
    }

    private static void exitWith(ProcessHandle parent) {
        parent.onExit().join();
        System.exit(0);
    }
}
