package dev.roost.http.staticfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file of the web folder.
 *
 * @param path where it is, without symbolic links
 * @param size its size in bytes when it was looked at
 * @param lastModified when it had changed last by then
 */
record FolderFile(Path path, long size, Instant lastModified) implements StaticFile {

    static FolderFile of(Path path, BasicFileAttributes attributes) {
        return new FolderFile(
                path, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    @Override
    public String mediaType() {
        return FileType.of(path.getFileName().toString());
    }

    @Override
    public String entityTag() {
        return "\"%x-%x.%x\"".formatted(size, lastModified.getEpochSecond(), lastModified.getNano());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }
}
