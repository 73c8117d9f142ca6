package dev.roost.fault;

import dev.roost.FreePort;
import dev.roost.RawHttp;
import dev.roost.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The packaged service, on a port of its own. */
final class RunningService extends ServiceProcess {

    private final int port;

    /** Starts it in a folder, where its output goes too, without waiting for it. */
    RunningService(Path folder, Map<String, String> settings) throws IOException {
        this(folder, settings, FreePort.find());
    }

    private RunningService(Path folder, Map<String, String> settings, int port) throws IOException {
        super(folder, complete(settings, port));
        this.port = port;
    }

    private static Map<String, String> complete(Map<String, String> settings, int port) {
        var complete = new HashMap<>(Map.of(
                "JWT_SECRET", "a-secret-of-the-tests-and-of-nothing-else",
                "POLKA_KEY", "a-key-of-the-tests",
                "PASSWORD_HASH", "argon2id",
                "PORT", String.valueOf(port)));
        complete.putAll(settings);
        return complete;
    }

    int port() {
        return port;
    }

    /** Returns when it can serve. */
    RunningService awaitReady() throws InterruptedException {
        for (int i = 0; i < 600 && isAlive(); i++) {
            if (probe("/readyz") == 200) {
                return this;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the service does not get ready:\n" + output());
    }

    /** Returns the status that a probe gets, or 0 where there is no answer. */
    int probe(String path) {
        try {
            return RawHttp.send(port, "GET", path).status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}
