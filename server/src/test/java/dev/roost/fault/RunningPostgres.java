package dev.roost.fault;

import dev.roost.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL that can be killed, paused and started again, and that keeps what it has committed. */
final class RunningPostgres implements AutoCloseable {

    private final int port = FreePort.find();
    private final List<String> command = new ArrayList<>();
    private Process process;

    /** Starts one in an empty folder. */
    RunningPostgres(Path folder) throws Exception {
        // Zonky has the binaries and makes the cluster, but does not let go of either.
        try (var cluster = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start()) {
            if ("root".equals(System.getProperty("user.name"))) {
                command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root.
            }
            command.add(binaryOf(folder));
            command.addAll(List.of("-D", folder.toString(), "-p", String.valueOf(cluster.getPort())));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::destroy));
        process = launch();
        awaitAnswer();
    }

    private static String binaryOf(Path folder) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
        return ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow();
    }

    /** Creates an empty database and returns its address. */
    String create(String database) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return "postgres://postgres@localhost:%d/%s".formatted(port, database);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s".formatted(port, database), "postgres", "");
    }

    /** Returns the one column that a query finds. */
    List<String> texts(String database, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = connect(database);
                var result = connection.createStatement().executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    /** Ends it as a power failure would, all of its processes at once. */
    void kill() {
        signal("KILL");
        process.onExit().join();
    }

    /** Ends it as {@code pg_ctl stop -m fast} does. */
    void stop() {
        signal("INT", process.toHandle());
        process.onExit().join();
    }

    /** Lets it hang: what is connected stays so, and nothing is answered. */
    void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    void resume() {
        signal("CONT");
    }

    /** Starts it again on the same port and folder, and returns when it answers. */
    void start() throws Exception {
        process = launch();
        awaitAnswer();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitAnswer() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (var connection = connect("postgres")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("PostgreSQL does not start");
    }

    private void signal(String name) {
        signal(
                name,
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .toArray(ProcessHandle[]::new));
    }

    private static void signal(String name, ProcessHandle... processes) {
        String pids = Stream.of(processes)
                .map(process -> String.valueOf(process.pid()))
                .collect(Collectors.joining(" "));
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %s 2>&1".formatted(name, pids))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void destroy() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        resume(); // A paused process heeds nothing but a kill.
        stop();
    }
}
