package dev.roost.configuration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the service's own, for development: no installation, and its data outlives the process. */
final class DevelopmentDatabase {

    /** Kept, because a lock ends when its channel is garbage-collected. */
    private static final Set<FileLock> LOCKS = new HashSet<>();

    private DevelopmentDatabase() {}

    /**
     * Starts PostgreSQL on a folder and returns its address. It stops with this process; one that an earlier process
     * left running, because it was killed, is stopped first.
     *
     * @throws IOException when another process uses the folder, or PostgreSQL does not start
     */
    static String start(Path folder) throws IOException {
        Files.createDirectories(folder);
        lock(folder.resolveSibling(folder.getFileName() + ".lock"));
        stopLeftover(folder.resolve("postmaster.pid"));
        var database = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return database.getJdbcUrl("postgres", "postgres");
    }

    /** Holds the folder until this process ends, however it ends. */
    private static synchronized void lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IOException("another development run uses " + file.getParent());
        }
        LOCKS.add(lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void stopLeftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var leftover = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (leftover.isPresent()) {
            leftover.get().destroy();
            try {
                leftover.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException("PostgreSQL, process %d, of an earlier run does not stop".formatted(pid), e);
            }
        }
    }
}
