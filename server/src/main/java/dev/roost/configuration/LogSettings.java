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
        String level = String.valueOf(Setting.LOG_LEVEL.valueIn(variables));
        System.setProperty("roost.log.level", level);
        System.setProperty("roost.log.discreet-level", level.equals("debug") ? "info" : level);
    }

    private static String readable() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent() ? "colour" : "text";
    }
}
