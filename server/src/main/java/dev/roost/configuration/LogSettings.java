package dev.roost.configuration;

import java.io.Console;
import java.util.Map;
import java.util.Optional;

/**
 * What logback has to know before the first logger is made, because it configures itself then: it reads these system
 * properties.
 */
final class LogSettings {

    private LogSettings() {}

    /** Makes lines JSON, or readable in development, and sets the least level that is logged. */
    static void apply(Map<String, String> variables) {
        System.setProperty("roost.log.format", "dev".equals(variables.get("PLATFORM")) ? readable() : "json");
        String level = level(variables);
        System.setProperty("roost.log.level", level);
        System.setProperty("roost.log.discreet-level", level.equals("debug") ? "info" : level);
    }

    /** Returns the level, or the default one while what is no level is being refused. */
    private static String level(Map<String, String> variables) {
        String level = String.valueOf(Setting.LOG_LEVEL.valueIn(variables));
        try {
            Setting.LOG_LEVEL.toProperties(level);
            return level;
        } catch (IllegalArgumentException e) {
            return String.valueOf(Setting.LOG_LEVEL.fallback());
        }
    }

    private static String readable() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent() ? "colour" : "text";
    }
}
