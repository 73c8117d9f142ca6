package dev.roost.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</api/chirps?sort=asc&limit=2&cursor=c1>; rel=\"next\"",
                "<https://example.com/api/chirps?cursor=c1#top>;rel=next",
                "<?cursor=c1> ; title=\"a \\\"b\\\", <x>; rel=prev\" ; REL = \"prev NEXT\"",
                "</a?cursor=c0>; rel=\"prev\", </b?cursor=c1>; rel=\"next\", </c?cursor=c2>; rel=\"last\"",
                "</a?cursor=c0>; title=\"</z?cursor=c9>; rel=next\"; rel=first, </b,c;d?cursor=%631>; rel=next; rel=prev",
                "</a?page=2>; rel=next, </a?xcursor=c0&cursor=c1>; crossorigin; rel=next",
                "<?cursor=c1#\u0085&cursor=c2>; title=\"\\\u0085\"; rel=next",
            })
    void findsTheParameterOfTheNextPage(String header) {
        assertThat(LinkHeader.parameterOfNext(headers(header), "cursor")).contains("c1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "next",
                "</a?cursor=c1>",
                "</a?cursor=c1>; rel",
                "</a?cursor=c1>; rel=\"prev\"; rel=\"next\"",
                "</a?cursor=c1>; title=\"rel=next\"",
                "</a?page=2>; rel=next",
                "</a/cursor=c1>; rel=next",
                "</a>; rel=next",
                "<</a?cursor=c1; rel=next"
            })
    void findsNothingWhereThereIsNone(String header) {
        assertThat(LinkHeader.parameterOfNext(headers(header), "cursor")).isEmpty();
    }

    /** Were it read again from every bracket on, this would take minutes. */
    @Test
    void readsManyBracketsOnce() {
        assertThat(LinkHeader.parameterOfNext(headers("<".repeat(380_000)), "cursor"))
                .isEmpty();
    }

    @Test
    void readsSeveralHeaders() {
        assertThat(LinkHeader.parameterOfNext(headers("</a>; rel=prev", "</b?cursor=c1>; rel=next"), "cursor"))
                .contains("c1");
    }

    private static HttpHeaders headers(String... values) {
        return HttpHeaders.of(Map.of("Link", List.of(values)), (name, value) -> true);
    }
}
