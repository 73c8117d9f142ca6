package dev.roost.http.connection;

import dev.roost.http.problem.ApiException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpConstants;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a chunked body as it is read, for the lines in it (RFC 9112, section 7.1). Netty takes what stands before the
 * first blank or control character of a chunk's line for the length, whatever stands behind it, and does not look at a
 * trailer that it drops.
 */
final class ChunkLines {

    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]+)(?:[ \\t]*;[\\t\\x20-\\x7E\\x80-\\xFF]*)?\\r");
    private static final Pattern TRAILER =
            Pattern.compile("(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\t\\x20-\\x7E\\x80-\\xFF]*)?\\r");
    private static final BigInteger LINE_END = BigInteger.TWO;

    /** How many bytes come before the next line, with the line end of their chunk. */
    private BigInteger untilLine = BigInteger.ZERO;

    private boolean hasLastChunk;

    /**
     * Lets bytes pass that have just been read.
     *
     * @throws ApiException when a line among them is none of a chunked body
     */
    void require(ByteBuf read) {
        while (read.isReadable()) {
            int skipped =
                    untilLine.min(BigInteger.valueOf(read.readableBytes())).intValueExact();
            read.skipBytes(skipped);
            untilLine = untilLine.subtract(BigInteger.valueOf(skipped));
            if (read.isReadable()) {
                requireLine(read);
            }
        }
    }

    /** Lines are read as a whole. */
    private void requireLine(ByteBuf read) {
        int length = read.bytesBefore(HttpConstants.LF);
        String text = length < 0
                ? ""
                : read.readCharSequence(length, StandardCharsets.ISO_8859_1).toString();
        Matcher line = (hasLastChunk ? TRAILER : CHUNK).matcher(text);
        if (!line.matches()) {
            throw ApiException.malformed("a line of the chunked body is malformed");
        }
        read.skipBytes(1);
        if (!hasLastChunk) {
            var chunk = new BigInteger(line.group(1), 16);
            hasLastChunk = chunk.signum() == 0;
            untilLine = hasLastChunk ? BigInteger.ZERO : chunk.add(LINE_END);
        }
    }
}
