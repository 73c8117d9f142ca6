package dev.roost.http.staticfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A file of the web folder, as it was when it was looked at.
 *
 * @param path where it is, without symbolic links
 * @param attributes what was read of it
 */
record FolderFile(Path path, BasicFileAttributes attributes) implements StaticFile {

    @Override
    public String mediaType() {
        return FileType.of(path.toString());
    }

    @Override
    public long size() {
        return attributes.size();
    }

    @Override
    public Instant lastModified() {
        return attributes.lastModifiedTime().toInstant();
    }

    @Override
    public String entityTag() {
        Instant time = lastModified();
        return "\"%x-%x.%x\"".formatted(size(), time.getEpochSecond(), time.getNano());
    }

    /**
     * Opens the content.
     *
     * @throws FileReplacedException when it is not this file's any more
     */
    @Override
    public InputStream open() throws IOException {
        SeekableByteChannel content =
                Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            if (content.size() != size() || !isStillThere()) {
                throw new FileReplacedException();
            }
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
        return Channels.newInputStream(content);
    }

    /** Tells whether the path still leads to this file, and not by a symbolic link that was not there. */
    private boolean isStillThere() throws IOException {
        var now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Objects.equals(now.fileKey(), attributes.fileKey())
                && now.size() == size()
                && now.lastModifiedTime().equals(attributes.lastModifiedTime())
                && path.toRealPath().equals(path);
    }
}
