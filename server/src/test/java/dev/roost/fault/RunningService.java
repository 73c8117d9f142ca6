package dev.roost.fault;

import dev.roost.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own. */
final class RunningService implements AutoCloseable {

    private final int port = RunningPostgres.freePort();
    private final Path folder;
    private final Process process;

    /** Starts it in a folder, where its output goes too, without waiting for it. */
    RunningService(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of(System.getProperty("roost.jar"))
                                .toAbsolutePath()
                                .toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        var environment = new HashMap<>(Map.of(
                "JWT_SECRET", "a-secret-of-the-tests-and-of-nothing-else",
                "POLKA_KEY", "a-key-of-the-tests",
                "PASSWORD_HASH", "argon2id",
                "PORT", String.valueOf(port)));
        environment.putAll(settings);
        builder.environment().keySet().removeIf(name -> name.matches("[A-Z_]*(URL|SECRET|KEY|PORT|PLATFORM)"));
        builder.environment().putAll(environment);
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    int port() {
        return port;
    }

    /** Returns when it can serve. */
    RunningService awaitReady() throws InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
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

    String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, with SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Ends it at once, with SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Returns its exit status once it has ended. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the service does not end:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
