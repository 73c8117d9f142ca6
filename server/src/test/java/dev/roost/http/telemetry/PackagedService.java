package dev.roost.http.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service, run as operators run it: a process with an environment. */
final class PackagedService {

    static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path output;
    private final Process process;

    /** Starts it in a folder, which also gets what it prints. */
    PackagedService(Path directory, Map<String, String> environment) throws IOException {
        output = directory.resolve("output");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(TARGET, "server-*.jar")) {
            return jars.iterator().next();
        }
    }

    /** Waits until it has printed something, and returns the first group of it. */
    String awaitOutput(String pattern) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            Matcher found = Pattern.compile(pattern).matcher(Files.readString(output));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no %s in:\n%s".formatted(pattern, Files.readString(output)));
    }

    /** Tells it to end, as operators do, and waits for it. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end");
        }
    }
}
