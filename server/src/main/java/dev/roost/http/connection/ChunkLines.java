package dev.roost.http.connection;

import dev.roost.http.problem.ApiException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpConstants;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a chunked body as it is read, for the lines that tell how long its chunks are (RFC 9112, section 7.1). Netty
 * takes what stands before the first blank or control character for the length, whatever stands behind it.
 */
final class ChunkLines {

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)(?:[ \\t]*;[\\t\\x20-\\x7E\\x80-\\xFF]*)?\\r");
    private static final BigInteger LINE_END = BigInteger.TWO;

    /** How many bytes come before the next line, with the line end of their chunk. */
    private BigInteger untilLine = BigInteger.ZERO;

    private boolean isLastRead;

    /**
     * Lets bytes pass that have just been read.
     *
     * @throws ApiException when a chunk's line among them is none
     */
    void require(ByteBuf read) {
        while (!isLastRead && read.isReadable()) {
            int skipped =
                    untilLine.min(BigInteger.valueOf(read.readableBytes())).intValueExact();
            read.skipBytes(skipped);
            untilLine = untilLine.subtract(BigInteger.valueOf(skipped));
            if (read.isReadable()) {
                requireLine(read);
            }
        }
    }

    /** A line is read as a whole. */
    private void requireLine(ByteBuf read) {
        int length = read.bytesBefore(HttpConstants.LF);
        Matcher line = LINE.matcher(length < 0 ? "" : read.readCharSequence(length, StandardCharsets.ISO_8859_1));
        if (!line.matches()) {
            throw ApiException.malformed("a chunk of the body has no length that is clear");
        }
        read.skipBytes(1);
        var chunk = new BigInteger(line.group(1), 16);
        isLastRead = chunk.signum() == 0;
        untilLine = chunk.add(LINE_END);
    }
}
