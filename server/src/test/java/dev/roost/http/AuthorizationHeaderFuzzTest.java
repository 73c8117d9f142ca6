package dev.roost.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.micronaut.http.simple.SimpleHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Authorization} headers, of which the fuzzer makes up one a line. */
class AuthorizationHeaderFuzzTest {

    /** RFC 9110, section 11.6.2, for a scheme that takes one token68. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*) *");

    @FuzzTest
    void holdTheCredentialsThatTheirGrammarTells(byte[] input) {
        List<String> headers = new String(input, ISO_8859_1).lines().toList();

        String credentials = credentials(headers);

        var expected = CREDENTIALS.matcher(headers.isEmpty() ? "" : headers.getFirst());
        if (headers.size() != 1 || !headers.getFirst().matches("(?is)Bearer .*")) {
            assertThat(credentials).isNull();
        } else if (expected.matches()) {
            assertThat(credentials).isEqualTo(expected.group(1));
        } else {
            assertThat(headers.getFirst()).contains(credentials);
        }
    }

    private static @Nullable String credentials(List<String> headers) {
        var fields = DefaultHttpHeadersFactory.headersFactory()
                .withValidation(false)
                .newHeaders()
                .add(HttpHeaders.AUTHORIZATION, headers);
        var request = new HttpRequestWrapper<>(new SimpleHttpRequest<>(HttpMethod.GET, "/", null)) {
            @Override
            public HttpHeaders getHeaders() {
                return new NettyHttpHeaders(fields, ConversionService.SHARED);
            }
        };
        return AuthorizationHeader.credentials(request, "Bearer");
    }
}
