package dev.roost.http.ratelimit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.roost.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** A real Redis that a test can kill, hang and start again at the same port. */
final class TestRedis implements AutoCloseable {

    private static final int GIVE_UP_SECONDS = 20;

    private final File executable;
    private final int port;
    private Process process;

    private TestRedis(File executable, int port) throws IOException {
        this.executable = executable;
        this.port = port;
        this.process = run();
    }

    static TestRedis start() throws IOException {
        return new TestRedis(ExecutableProvider.newJarResourceProvider().get(), FreePort.find());
    }

    String url() {
        return "redis://localhost:" + port;
    }

    /** Starts it anew, after a kill. */
    void restart() throws IOException {
        process = run();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it answer nothing, with its connections open. */
    void hang() throws IOException {
        signal("STOP");
    }

    /** Lets it go on after a hang. */
    void resume() throws IOException {
        signal("CONT");
    }

    /** Returns the names of all keys. */
    List<String> keys() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(GIVE_UP_SECONDS));
            socket.getOutputStream().write("KEYS *\r\nQUIT\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII)
                    .lines()
                    .filter(line -> line.contains(":"))
                    .toList();
        }
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .onExit()
                .join();
    }

    private Process run() throws IOException {
        var started = new ProcessBuilder(
                        executable.getPath(), "--port", String.valueOf(port), "--save", "", "--bind", "127.0.0.1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    @Override
    public void close() {
        kill();
    }
}
