package dev.roost.configuration;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service's settings, read and checked together, as the properties that Micronaut configures itself from. */
public final class Settings {

    private final Map<String, Object> properties;

    private Settings(Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    /**
     * Reads the environment, then the {@code .env} file of the working folder, then Java's system properties: the
     * first that names a setting wins. Tells logback, which has to know before anything is started, how to log.
     *
     * @throws InvalidSettingsException when a setting is missing or wrong
     */
    public static Settings fromEnvironment() {
        Path directory = Path.of(System.getProperty("roost.directory", "")).toAbsolutePath();
        Dotenv environment = load(directory);
        var variables = new HashMap<String, String>();
        for (Setting setting : Setting.values()) {
            for (String name : setting.names()) {
                String value = environment.get(name, System.getProperty(name));
                if (value != null) {
                    variables.put(name, value);
                }
            }
        }
        LogSettings.apply(variables);
        return of(variables, directory);
    }

    private static Dotenv load(Path directory) {
        try {
            return Dotenv.configure()
                    .directory(directory.toString())
                    .ignoreIfMissing()
                    .load();
        } catch (DotenvException e) { // Its message repeats the line, which may hold a secret.
            throw new InvalidSettingsException(List.of(
                    "%s cannot be read, or has a line that is not NAME=value".formatted(directory.resolve(".env"))));
        }
    }

    /**
     * Takes the settings from a map. A blank value counts as absent.
     *
     * @param variables the settings under their names in the environment
     * @param directory the folder below which {@code PLATFORM=dev} keeps its database and its secret
     * @throws InvalidSettingsException when a setting is missing or wrong
     */
    public static Settings of(Map<String, String> variables, Path directory) {
        boolean development = "dev".equals(variables.get("PLATFORM"));
        var properties = new HashMap<String, Object>();
        var standIns = new ArrayList<Setting>();
        var faults = new ArrayList<String>();
        for (Setting setting : Setting.values()) {
            String value = setting.valueIn(variables);
            if (value != null) {
                try {
                    properties.putAll(literal(setting.toProperties(value)));
                } catch (IllegalArgumentException e) {
                    faults.add(setting + " " + e.getMessage());
                }
            } else if (development && Development.canStandInFor(setting)) {
                standIns.add(setting);
            } else {
                faults.add(setting + " is missing");
            }
        }
        if (isOnePort(properties.get("micronaut.server.port"), properties.get("endpoints.all.port"))) {
            faults.add("MANAGEMENT_PORT is the same as PORT");
        }
        if (!faults.isEmpty()) {
            throw new InvalidSettingsException(List.copyOf(faults));
        }
        for (Setting setting : standIns) {
            properties.putAll(setting.toProperties(standInFor(setting, directory.resolve(".roost"))));
        }
        return new Settings(properties);
    }

    private static boolean isOnePort(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && Integer.parseInt(one.toString()) == Integer.parseInt(other.toString());
    }

    /** Micronaut would take what stands in {@code ${…}} for the name of another property. */
    private static Map<String, String> literal(Map<String, String> properties) {
        if (properties.values().stream().anyMatch(value -> value.contains("${"))) {
            throw new IllegalArgumentException("holds ${, which no setting can");
        }
        return properties;
    }

    private static String standInFor(Setting setting, Path folder) {
        try {
            return Development.standInFor(setting, folder);
        } catch (IOException e) {
            throw new InvalidSettingsException(
                    List.of("PLATFORM=dev finds no stand-in for %s: %s".formatted(setting, e.getMessage())));
        }
    }

    /** Returns the settings as Micronaut's properties. */
    public Map<String, Object> properties() {
        return properties;
    }
}
