package dev.roost.configuration;

import io.micronaut.core.reflect.ClassUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What {@code PLATFORM=dev} puts in the place of absent settings; all of it is kept between runs. */
final class Development {

    private Development() {}

    /** Tells whether a setting that has no default can be made up: the database only where the embedded one is. */
    static boolean canStandInFor(Setting setting) {
        return setting != Setting.DATABASE_URL
                || ClassUtils.isPresent(
                        "io.zonky.test.db.postgres.embedded.EmbeddedPostgres", Development.class.getClassLoader());
    }

    static String standInFor(Setting setting, Path folder) throws IOException {
        Files.createDirectories(folder);
        return setting == Setting.DATABASE_URL
                ? DevelopmentDatabase.start(folder.resolve("postgresql"))
                : secret(folder.resolve(setting.name()));
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file);
    }
}
