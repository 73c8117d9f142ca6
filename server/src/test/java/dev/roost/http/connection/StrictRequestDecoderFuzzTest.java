package dev.roost.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The bytes of a connection that a fuzzer makes up: there is one way to see requests in them. */
class StrictRequestDecoderFuzzTest {

    @FuzzTest
    void seesRequestsAsAnyOtherReaderDoes(byte[] bytes) {
        List<String> requests = requests(bytes, bytes.length);

        assertThat(RequestReading.requests(bytes).stream()
                        .limit(requests.size())
                        .toList())
                .isEqualTo(requests);
        assertThat(requests(bytes, 1)).isEqualTo(requests);
    }

    /** Returns the requests that come whole out of a connection whose client sends so many bytes at once. */
    private static List<String> requests(byte[] bytes, int atOnce) {
        var decoder = new StrictRequestDecoder();
        var connection = new EmbeddedChannel(decoder, new HttpResponseEncoder(), new Pipelining(decoder));
        var requests = new ArrayList<String>();
        var request = new StringBuilder();
        for (int i = 0; i < bytes.length; i += atOnce) {
            connection.writeInbound(
                    Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, i, Math.min(i + atOnce, bytes.length))));
            for (Object message = connection.readInbound(); message != null; message = connection.readInbound()) {
                append(request, message);
                if (message instanceof LastHttpContent last) {
                    if (last.decoderResult().isSuccess()) {
                        requests.add(request.append('"').toString());
                    }
                    request.setLength(0);
                    connection.writeOutbound(
                            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
                    connection.releaseOutbound();
                }
            }
        }
        connection.finishAndReleaseAll();
        return requests;
    }

    private static void append(StringBuilder text, Object message) {
        if (message instanceof HttpRequest request) {
            List<String> fields = request.headers().entries().stream()
                    .map(field -> field.getKey().toLowerCase(Locale.ROOT) + ": " + field.getValue())
                    .toList();
            text.append(RequestReading.head(request.method().name(), request.uri(), fields))
                    .append('"');
        }
        if (message instanceof HttpContent content) {
            text.append(content.content().toString(ISO_8859_1));
            content.release();
        }
    }
}
