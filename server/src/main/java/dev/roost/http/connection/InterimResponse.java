package dev.roost.http.connection;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;

/** A response before the answer, such as 100 (RFC 9110, section 15.2). */
public final class InterimResponse {

    private InterimResponse() {}

    /** Tells whether what is written to a connection is one. */
    public static boolean is(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
