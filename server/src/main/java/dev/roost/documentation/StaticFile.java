package dev.roost.documentation;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A file of the class path, which a client may keep and has to ask for again only when it has changed. */
final class StaticFile {

    private final byte[] content;
    private final String mediaType;
    private final String entityTag;

    private StaticFile(byte[] content, String mediaType) {
        this.content = content;
        this.mediaType = mediaType;
        this.entityTag = "W/\"" + digest(content) + '"';
    }

    static StaticFile read(String path, String mediaType) {
        try (var file = Objects.requireNonNull(StaticFile.class.getResourceAsStream(path), path)) {
            return new StaticFile(file.readAllBytes(), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with the file, or with 304 where the client has it already. */
    MutableHttpResponse<byte[]> answer(HttpRequest<?> request) {
        MutableHttpResponse<byte[]> response = isKeptBy(request)
                ? HttpResponse.notModified()
                : HttpResponse.ok(content).contentType(mediaType);
        return response.header(HttpHeaders.ETAG, entityTag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private boolean isKeptBy(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(tags -> tags.contains(entityTag));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
