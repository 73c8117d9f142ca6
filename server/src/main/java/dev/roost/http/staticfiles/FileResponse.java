package dev.roost.http.staticfiles;

import dev.roost.http.connection.HeadRequest;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.netty.handler.codec.DateFormatter;
import java.io.IOException;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with a file, or with what a client's conditions and range ask of it. */
public final class FileResponse {

    private static final Logger LOG = LoggerFactory.getLogger(FileResponse.class);

    /** How often a file is looked at that is replaced each time before it is open. */
    private static final int MAX_LOOKS = 10;

    private FileResponse() {}

    /**
     * Returns what {@link #of(HttpRequest, StaticFile)} does for a file that may be replaced at any time, or nothing
     * where there is none.
     *
     * @throws RejectedExecutionException when it is replaced all the time
     */
    static Optional<MutableHttpResponse<?>> of(HttpRequest<?> request, Supplier<@Nullable StaticFile> look) {
        for (int i = 0; i < MAX_LOOKS; i++) {
            StaticFile file = look.get();
            try {
                return file == null ? Optional.empty() : Optional.of(of(request, file));
            } catch (FileReplacedException e) {
                LOG.debug("looking again: {}", e.getMessage());
            }
        }
        throw new RejectedExecutionException("a file is replaced faster than it can be opened");
    }

    /**
     * Returns 200 with the file, 206 with a range of it, or 304 where the client has it.
     *
     * @throws ApiException 412 when the request is not about the file as it is, 416 when it has no such range
     */
    public static MutableHttpResponse<?> of(HttpRequest<?> request, StaticFile file) {
        var conditions = new Conditions(request.getHeaders(), file);
        conditions.requireMet();
        if (conditions.isKept()) {
            return withValidators(HttpResponse.notModified(), file);
        }
        Optional<ByteRange> part =
                conditions.allowRange() ? ByteRange.requested(request.getHeaders(), file.size()) : Optional.empty();
        ByteRange range = part.orElse(new ByteRange(0, file.size()));
        MutableHttpResponse<?> response = HttpResponse.status(
                        part.isPresent() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK)
                .contentType(file.mediaType())
                .contentLength(range.length())
                .header(HttpHeaders.ACCEPT_RANGES, "bytes");
        part.ifPresent(given -> response.header(HttpHeaders.CONTENT_RANGE, given.contentRange(file.size())));
        boolean mayBeCompressed = file.entityTag().startsWith("W/");
        if (HeadRequest.is(request) && !mayBeCompressed) {
            HeadRequest.announce(request, range.length());
        } else {
            response.body(open(request, file, range));
        }
        return withValidators(response, file);
    }

    private static MutableHttpResponse<?> withValidators(MutableHttpResponse<?> response, StaticFile file) {
        return response.header(HttpHeaders.ETAG, file.entityTag())
                .header(HttpHeaders.LAST_MODIFIED, DateFormatter.format(Date.from(file.lastModified())))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static RangeInputStream open(HttpRequest<?> request, StaticFile file, ByteRange range) {
        try {
            var stream = new RangeInputStream(file.open(), range);
            OpenFiles.closeAtTheEndOf(request, stream);
            return stream;
        } catch (IOException e) { // It went after it was found, or may not be read.
            throw ApiException.notFound();
        }
    }
}
