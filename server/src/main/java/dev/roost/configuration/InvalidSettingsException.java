package dev.roost.configuration;

import java.util.List;

/** Tells, in one line, every setting that is missing or wrong. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> faults) {
        super("Roost cannot start: " + String.join("; ", faults));
    }
}
