package dev.roost.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Grafana's dashboard, held to the metrics that the service exports. */
class DashboardApiTest extends ApiTest {

    private static final Pattern NOT_A_METRIC = Pattern.compile("\\{.*?}|\\[.*?]|[a-z_]+\\(");
    private static final Pattern METRIC = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)+");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^[a-z0-9_]+");

    private final JsonNode dashboard = read();

    @Property(name = "endpoints.all.port")
    private int managementPort;

    @Override
    protected Map<String, String> settings() {
        return Map.of("MANAGEMENT_PORT", "0");
    }

    @Test
    void namesOnlyMetricsThatAreExported() throws Exception {
        exchange(request("/api/healthz"));
        System.gc(); // The metric of its pauses exists after the first one.

        Set<String> named = named();
        for (int i = 0; i < 500 && !exported().containsAll(named); i++) {
            Thread.sleep(10);
        }
        assertThat(named).contains("http_server_requests_seconds_bucket").hasSizeGreaterThan(15);
        assertThat(exported()).containsAll(named);
    }

    @Test
    void asksTheDataSourceThatIsChosen() {
        assertThat(dashboard.get("templating").get("list").get(0).get("type").getStringValue())
                .isEqualTo("datasource");
        assertThat(targets()).isNotEmpty().allSatisfy(target -> assertThat(
                        target.get("datasource").get("uid").getStringValue())
                .isEqualTo("${datasource}"));
    }

    @Test
    void hasPanelsThatDoNotOverlap() {
        var ids = new ArrayList<Integer>();
        var cells = new ArrayList<String>();
        for (JsonNode panel : panels()) {
            ids.add(panel.get("id").getIntValue());
            JsonNode place = panel.get("gridPos");
            for (int x = 0; x < number(place, "w"); x++) {
                for (int y = 0; y < number(place, "h"); y++) {
                    cells.add(number(place, "x") + x + "," + (number(place, "y") + y));
                }
            }
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(cells).doesNotHaveDuplicates().noneMatch(cell -> cell.matches("(2[4-9]|[3-9]\\d),.*"));
    }

    private Set<String> named() {
        return targets().stream()
                .map(target -> NOT_A_METRIC
                        .matcher(target.get("expr").getStringValue())
                        .replaceAll(" "))
                .flatMap(expression -> names(METRIC, expression))
                .collect(Collectors.toSet());
    }

    private Set<String> exported() {
        var scrape = HttpRequest.newBuilder(URI.create("http://localhost:%d/prometheus".formatted(managementPort)));
        return names(SAMPLE, exchange(scrape).body()).collect(Collectors.toSet());
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private List<JsonNode> targets() {
        var targets = new ArrayList<JsonNode>();
        for (JsonNode panel : panels()) {
            if (panel.get("targets") != null) {
                panel.get("targets").values().forEach(targets::add);
            }
        }
        return targets;
    }

    private Iterable<JsonNode> panels() {
        return dashboard.get("panels").values();
    }

    private static int number(JsonNode place, String name) {
        return place.get(name).getIntValue();
    }

    private static JsonNode read() {
        try {
            return JsonMapper.createDefault()
                    .readValue(Files.readString(Path.of("../deploy/grafana/roost.json")), JsonNode.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
