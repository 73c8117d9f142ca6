package dev.roost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as operators run it: a process in a folder, which gets what it prints, with settings of its own. */
public class ServiceProcess implements AutoCloseable {

    private final Path output;
    private final Process process;

    /** Starts what was packaged, which the build names. */
    public ServiceProcess(Path folder, Map<String, String> environment) throws IOException {
        this(
                folder,
                environment,
                java(List.of(
                        "-jar",
                        Path.of(System.getProperty("roost.jar"))
                                .toAbsolutePath()
                                .toString())));
    }

    private ServiceProcess(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        output = folder.resolve("output");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("[A-Z_]*(URL|SECRET|KEY|PORT|PLATFORM)"));
        builder.environment().putAll(environment);
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts what was packaged by a launcher. */
    public static ServiceProcess ofLauncher(Path launcher, Path folder, Map<String, String> environment)
            throws IOException {
        return new ServiceProcess(folder, environment, List.of(launcher.toString()));
    }

    /** Starts what the tests run on, also where nothing is packaged. */
    static ServiceProcess ofClasses(Path folder, Map<String, String> environment, String... options)
            throws IOException {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        return new ServiceProcess(folder, environment, java(arguments));
    }

    private static List<String> java(List<String> arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        return command;
    }

    /** Tells whether it runs. */
    public final boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what was printed in its folder. */
    public final String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something was printed, and returns the first group of it. */
    public final String awaitOutput(String pattern) throws InterruptedException {
        for (int i = 0; i < 600 && isAlive(); i++) {
            Matcher found = Pattern.compile(pattern).matcher(output());
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no %s in:%n%s".formatted(pattern, output()));
    }

    /** Asks it to end, with SIGTERM. */
    public final void terminate() {
        process.destroy();
    }

    /** Ends it at once, with SIGKILL. */
    public final void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Returns its exit status once it has ended. */
    public final int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the service does not end:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public final void close() {
        kill();
    }
}
