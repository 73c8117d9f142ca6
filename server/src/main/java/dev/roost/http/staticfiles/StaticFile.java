package dev.roost.http.staticfiles;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A file as it is at one moment. */
public interface StaticFile {

    /** Returns the media type, with its charset where it is text. */
    String mediaType();

    /** Returns the size in bytes. */
    long size();

    /** Returns the entity tag, with its quotes. */
    String entityTag();

    /** Returns when the content changed last. */
    Instant lastModified();

    /** Opens the content; the caller closes it. */
    InputStream open() throws IOException;
}
