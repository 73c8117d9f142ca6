package dev.roost.client;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The settings of a client that environment variables hold. */
final class Environment {

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    void applyTo(RoostClientBuilder builder) {
        read("ROOST_BASE_URL", builder::baseUrl);
        read("ROOST_ACCESS_TOKEN", builder::accessToken);
        read("ROOST_TIMEOUT", value -> builder.timeout(seconds(value)));
        read("ROOST_CONNECT_TIMEOUT", value -> builder.usualConnectTimeout(seconds(value)));
        read("ROOST_MAX_RETRIES", value -> builder.maxRetries(Integer.parseInt(value)));
    }

    /** Does not repeat the value, which may be a secret, nor the cause, which may quote it. */
    private void read(String name, Consumer<String> setting) {
        String value = variables.getOrDefault(name, "");
        if (value.isEmpty()) {
            return;
        }
        try {
            setting.accept(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the environment variable %s is not valid".formatted(name));
        }
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(Long.parseLong(value));
    }
}
