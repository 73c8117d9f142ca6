package dev.roost.http.connection;

import dev.roost.http.problem.ApiException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

/**
 * What is made of a request that cannot be read, so that it is logged and answered like any other. It is never whole:
 * what comes after it on its connection is not read.
 */
public final class RefusedRequest extends DefaultHttpRequest {

    private final RequestLine line;
    private final ApiException refusal;

    RefusedRequest(RequestLine line, HttpHeaders headers, ApiException refusal) {
        super(HttpVersion.HTTP_1_1, HttpMethod.valueOf(line.method()), line.readablePath());
        this.line = line;
        this.refusal = refusal;
        headers().set(headers).remove(HttpHeaderNames.CONTENT_LENGTH).remove(HttpHeaderNames.TRANSFER_ENCODING);
    }

    /** Tells whether its method and at least the beginning of its path are the client's own. */
    public boolean isKnown() {
        return line.isKnown();
    }

    ApiException refusal() {
        return refusal;
    }
}
