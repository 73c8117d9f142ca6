package dev.roost.http.staticfiles;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.server.body.StreamFileBodyWriter;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.OutputStream;

/**
 * Sends a range as fast as the client takes it, with its length, which Micronaut does not tell of other streams. It
 * streams as Micronaut's own files do, whose headers and conditions are left out. (InputStreamByteBody, which does the
 * work below them, cannot be compiled against without Reactor.)
 */
@Singleton
final class RangeInputStreamWriter implements ResponseBodyWriter<RangeInputStream> {

    private static final Argument<StreamedFile> FILE = Argument.of(StreamedFile.class);

    private final StreamFileBodyWriter files;

    RangeInputStreamWriter(StreamFileBodyWriter files) {
        this.files = files;
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<RangeInputStream> type,
            MediaType mediaType,
            RangeInputStream range) {
        var file = new StreamedFile(range, mediaType, 0, range.remaining());
        return files.writePiece(bodies, request, response, FILE, mediaType, file);
    }

    @Override
    public void writeTo(
            Argument<RangeInputStream> type,
            MediaType mediaType,
            RangeInputStream range,
            MutableHeaders headers,
            OutputStream output) {
        throw new UnsupportedOperationException("ranges are streamed");
    }
}
