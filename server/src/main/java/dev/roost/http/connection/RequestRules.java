package dev.roost.http.connection;

import dev.roost.http.problem.ApiException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** What the head of a request has to be before anything acts on it (RFC 9112), beside what Netty sees to. */
final class RequestRules {

    /** The longest body that is read; Micronaut's {@code max-request-size} is the same. */
    private static final long MAX_CONTENT_BYTES = 1_048_576;

    /** {@code uri-host [ ":" port ]} (RFC 9110, section 7.2). */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=%-]*|\\[[0-9A-Fa-f:.]+])(:\\d*)?");

    private RequestRules() {}

    /**
     * Lets a request pass.
     *
     * @throws ApiException when its head breaks a rule
     */
    static void require(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            throw refusal(request.decoderResult().cause());
        }
        requireTarget(request.uri());
        requireHost(request);
        requireOneType(request.headers().getAll(HttpHeaderNames.CONTENT_TYPE));
        requireTransferEncoding(request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING));
        if (HttpUtil.getContentLength(request, 0L) > MAX_CONTENT_BYTES) {
            throw ApiException.contentTooLarge();
        }
    }

    private static ApiException refusal(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ApiException.uriTooLong();
        }
        return cause instanceof TooLongHttpHeaderException
                ? ApiException.headersTooLarge()
                : ApiException.malformed("the head of the request is malformed");
    }

    /** RFC 9112, section 3.2; what is no URI would lose its path on the way to the routes. */
    private static void requireTarget(String target) {
        try {
            var uri = new URI(target);
            boolean hasForm = target.startsWith("/") || target.equals("*") || (uri.isAbsolute() && !uri.isOpaque());
            if (!hasForm || uri.getRawFragment() != null) {
                throw ApiException.malformed("the request target is neither a path nor a whole URI");
            }
        } catch (URISyntaxException e) {
            throw ApiException.malformed("the request target is no URI");
        }
    }

    private static void requireHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean isOld = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        if (hosts.isEmpty()
                ? !isOld
                : hosts.size() > 1 || !HOST.matcher(hosts.getFirst()).matches()) {
            throw ApiException.malformed("a request has one Host header, with a host");
        }
    }

    /** Of several, one reader would take the first and the next one the last (RFC 9110, section 8.3). */
    private static void requireOneType(List<String> types) {
        if (types.size() > 1) {
            throw ApiException.malformed("a request has at most one Content-Type header");
        }
    }

    /** Netty takes any coding that it does not know for none, and what is left of the body for the next request. */
    private static void requireTransferEncoding(List<String> codings) {
        boolean isChunked = codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst());
        if (!codings.isEmpty() && !isChunked) {
            throw ApiException.malformed("chunked is the only transfer coding that is read");
        }
    }
}
