package dev.roost.client.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code Link} headers, of which the fuzzer makes up one a line, or the texts in a good one. */
class LinkHeaderFuzzTest {

    @FuzzTest
    void leadToNothingButTheNextPage(byte[] input) {
        List<String> lines = new String(input, ISO_8859_1).lines().toList();
        try {
            cursor(lines).ifPresent(found -> assertThat(lines)
                    .anyMatch(line -> line.toLowerCase(Locale.ROOT).matches("(?s).*<.*cursor=.*>.*rel.*next.*")));
        } catch (IllegalArgumentException notPercentEncoded) {
            assertThat(lines).anyMatch(line -> line.contains("%"));
        }

        for (String text : lines) {
            assertThat(cursor(List.of("<?cursor=%s#%s>; title=\"%s\"; rel=next"
                            .formatted(URLEncoder.encode(text, UTF_8), text.replaceAll("[<>]", ""), quoted(text)))))
                    .hasValue(text);
        }
    }

    private static Optional<String> cursor(List<String> lines) {
        return LinkHeader.parameterOfNext(HttpHeaders.of(Map.of("Link", lines), (name, value) -> true), "cursor");
    }

    /** RFC 9110, section 5.6.4. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
