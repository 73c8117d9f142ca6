package dev.roost.client;

import dev.roost.client.gen.ApiResponse;
import dev.roost.client.gen.model.Chirp;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some chirps of a list, and where the next are. */
public final class ChirpPage {

    /** The cursor of the link that the service sends; it is safe in a URI as it is (RFC 8288). */
    private static final Pattern NEXT = Pattern.compile("<[^>]*[?&]cursor=([A-Za-z0-9_-]+)[^>]*>;\\s*rel=\"next\"");

    private final List<Chirp> chirps;
    private final @Nullable ChirpQuery next;

    private ChirpPage(List<Chirp> chirps, @Nullable ChirpQuery next) {
        this.chirps = List.copyOf(chirps);
        this.next = next;
    }

    static ChirpPage of(ChirpQuery query, ApiResponse<List<Chirp>> response) {
        var links = response.getHeaders().getOrDefault("link", List.of());
        return new ChirpPage(
                response.getData(),
                links.stream()
                        .flatMap(link -> Stream.of(NEXT.matcher(link)).filter(Matcher::find))
                        .map(link -> query.cursor(link.group(1)))
                        .findFirst()
                        .orElse(null));
    }

    /** Returns the chirps, in the order of the query. */
    public List<Chirp> chirps() {
        return chirps;
    }

    /** Returns the query for the next page; nothing at the end of the list. */
    public Optional<ChirpQuery> next() {
        return Optional.ofNullable(next);
    }
}
