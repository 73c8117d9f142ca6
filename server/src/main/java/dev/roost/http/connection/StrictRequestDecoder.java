package dev.roost.http.connection;

import dev.roost.http.problem.ApiException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ByteProcessor;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests as RFC 9112 has them, and nothing that comes after one that it refuses. Netty's own reader is more
 * lenient: it takes any blanks in a request line, joins folded fields, and does not look at all of a chunk's line or of a
 * trailer, which a proxy in front may do otherwise.
 *
 * <p>It does not read the next request before the last one is answered.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    private static final int MAX_LINE = DEFAULT_MAX_INITIAL_LINE_LENGTH + "\r".length();

    private static final int LENGTH_NAME = "Content-Length".length();
    private static final Pattern LENGTH = Pattern.compile(".*:[ \\t]*\\d+[ \\t]*\\r");

    private enum Part {
        LINE,
        FIELDS,
        BODY,
        NOTHING
    }

    private Part next = Part.LINE;
    private boolean hasLength;
    private boolean isLengthUnclear;
    private boolean isAnswered;
    private boolean isPaused;
    private RequestLine line = RequestLine.NONE;
    private @Nullable ChunkLines chunks;

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        if (isPaused) {
            return;
        }
        if (next == Part.BODY) {
            decodeBody(ctx, buffer, out);
            return;
        }
        int known = out.size();
        try {
            switch (next) {
                case LINE -> {
                    hasLength = false;
                    isLengthUnclear = false;
                    requireStrictFields(buffer, requireStrictLine(buffer));
                }
                case FIELDS -> requireStrictFields(buffer, buffer.readerIndex());
                case BODY, NOTHING -> buffer.skipBytes(buffer.readableBytes());
            }
            super.decode(ctx, buffer, out);
            for (Object message : out.subList(known, out.size())) {
                follow(message);
            }
        } catch (ApiException refusal) {
            HttpHeaders headers = out.size() > known && out.get(known) instanceof HttpRequest request
                    ? request.headers()
                    : EmptyHttpHeaders.INSTANCE;
            out.subList(known, out.size()).clear();
            out.add(new RefusedRequest(line, headers, refusal));
            buffer.skipBytes(buffer.readableBytes());
            next = Part.NOTHING;
        }
    }

    /** What is wrong with a body is told by a last part of it that has failed, as Netty does. */
    private void decodeBody(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        ByteBuf read = buffer.duplicate();
        int known = out.size();
        super.decode(ctx, buffer, out);
        List<Object> parts = out.subList(known, out.size());
        try {
            if (chunks != null) {
                chunks.require(read.writerIndex(buffer.readerIndex()));
            }
            parts.forEach(this::follow);
        } catch (ApiException refusal) {
            parts.forEach(ReferenceCountUtil::release);
            parts.clear();
            var end = new DefaultLastHttpContent();
            end.setDecoderResult(DecoderResult.failure(refusal));
            out.add(end);
            next = Part.NOTHING;
        }
    }

    /** Netty's decoder reads on by itself where bytes made no message, which would pile them up during a pause. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (isPaused) {
            ctx.fireChannelReadComplete();
        } else {
            super.channelReadComplete(ctx);
        }
    }

    /** Learns that the newest request is answered. */
    void answered() {
        isAnswered = true;
        isPaused = false;
    }

    /** Decodes what has waited for that, as Netty's decoder does with whatever is read, were it nothing. */
    void readWaiting(ChannelHandlerContext ctx) throws Exception {
        try {
            channelRead(ctx, Unpooled.EMPTY_BUFFER);
        } finally {
            channelReadComplete(ctx);
        }
    }

    /** Returns how many bytes have come that wait for a request to be answered. */
    int waitingBytes() {
        return isPaused ? actualReadableBytes() : 0;
    }

    /** Tells whether another request, or the beginning of one, is among them. */
    boolean hasWaiting() {
        return waitingBytes() > 0 && internalBuffer().forEachByte(ByteProcessor.FIND_NON_CRLF) >= 0;
    }

    /** Tells whether a part of a head has come. */
    boolean isReadingHead() {
        return next == Part.FIELDS || (next == Part.LINE && !line.equals(RequestLine.NONE));
    }

    /** Tells whether a head has come, and not yet all of its body. */
    boolean isReadingBody() {
        return next == Part.BODY;
    }

    /** Returns what has been read of the line of a head, and reads nothing more. */
    RequestLine stop() {
        next = Part.NOTHING;
        return line;
    }

    /** A client that leaves in the middle of a head is owed no answer. */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) {}

    @Override
    protected HttpMessage createMessage(String[] initialLine) throws Exception {
        next = Part.FIELDS;
        return super.createMessage(initialLine);
    }

    private void follow(Object message) {
        if (message instanceof HttpRequest request) {
            UnreadFields.hide(request.headers());
            requireClearLength();
            RequestRules.require(request);
            RepeatedFields.join(request.headers());
            AcceptedCodings.hideOthers(request.headers());
            next = Part.BODY;
            chunks = HttpUtil.isTransferEncodingChunked(request) ? new ChunkLines() : null;
            isAnswered = false;
        }
        if (message instanceof LastHttpContent) {
            next = Part.LINE;
            line = RequestLine.NONE;
            isPaused = !isAnswered;
        }
    }

    /** In a request of HTTP/1.0, Netty takes the first of several lengths, and forgets the others. */
    private void requireClearLength() {
        if (isLengthUnclear) {
            throw ApiException.malformed("a request has at most one Content-Length header, with a number");
        }
    }

    /** Returns where the fields begin, or where the buffer ends when it does not hold the whole line. */
    private int requireStrictLine(ByteBuf buffer) {
        int start = buffer.forEachByte(ByteProcessor.FIND_NON_CRLF);
        if (start < 0) {
            return buffer.writerIndex();
        }
        int feed = buffer.indexOf(start, buffer.writerIndex(), HttpConstants.LF);
        int end = feed < 0 ? buffer.writerIndex() : feed;
        line = new RequestLine(buffer.toString(start, Math.min(end - start, MAX_LINE), StandardCharsets.ISO_8859_1));
        boolean isTooLong = end - start > MAX_LINE; // Netty refuses it.
        if (feed >= 0 && !isTooLong && !line.isStrict()) {
            throw ApiException.malformed("the request line is malformed");
        }
        return feed < 0 ? end : feed + 1;
    }

    /** Netty reads each field that is whole at once, so that none comes here twice. */
    private void requireStrictFields(ByteBuf buffer, int start) {
        int field = start;
        while (field < buffer.writerIndex()) {
            byte first = buffer.getByte(field);
            if (first == HttpConstants.SP || first == HttpConstants.HT) {
                throw ApiException.malformed("a header field is folded");
            }
            int feed = buffer.indexOf(field, buffer.writerIndex(), HttpConstants.LF);
            if (first == HttpConstants.CR || feed < 0) {
                return;
            }
            if (feed - field > LENGTH_NAME && buffer.getByte(field + LENGTH_NAME) == HttpConstants.COLON) {
                followLength(buffer.toString(field, feed - field, StandardCharsets.ISO_8859_1));
            }
            field = feed + 1;
        }
    }

    private void followLength(String field) {
        if (field.regionMatches(true, 0, "Content-Length", 0, LENGTH_NAME)) {
            isLengthUnclear |= hasLength || !LENGTH.matcher(field).matches();
            hasLength = true;
        }
    }
}
