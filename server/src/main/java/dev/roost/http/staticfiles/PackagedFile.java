package dev.roost.http.staticfiles;

import dev.roost.http.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/** A file of the class path, read once. */
public final class PackagedFile implements StaticFile {

    private final byte[] content;
    private final String mediaType;
    private final String entityTag;
    private final Instant lastModified;

    private PackagedFile(byte[] content, String mediaType, String entityTag, Instant lastModified) {
        this.content = content;
        this.mediaType = mediaType;
        this.entityTag = entityTag;
        this.lastModified = lastModified;
    }

    /** Reads a file, which is then sent as it is. */
    public static PackagedFile read(String path) {
        try {
            URLConnection file = Objects.requireNonNull(PackagedFile.class.getResource(path), path)
                    .openConnection();
            try (InputStream stream = file.getInputStream()) {
                byte[] content = stream.readAllBytes();
                return new PackagedFile(
                        content,
                        FileType.of(path),
                        '"' + HexFormat.of().formatHex(Sha256.digest(content)) + '"',
                        Instant.ofEpochMilli(file.getLastModified()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns this file with a weak entity tag, which leaves it open to be compressed on its way. */
    public PackagedFile compressible() {
        return new PackagedFile(content, mediaType, "W/" + entityTag, lastModified);
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public String entityTag() {
        return entityTag;
    }

    @Override
    public Instant lastModified() {
        return lastModified;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
