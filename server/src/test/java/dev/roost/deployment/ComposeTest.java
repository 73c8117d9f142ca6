package dev.roost.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What deploy/compose.yaml may say; no Docker is there to try it. */
class ComposeTest {

    private static final Path FOLDER = Path.of("../deploy");

    private final Map<String, JsonNode> services;

    ComposeTest() throws IOException {
        services = members(read("compose.yaml").get("services"));
    }

    @Test
    void givesTheServiceOnlySettingsThatItKnows() throws IOException {
        var known = new HashSet<String>();
        Pattern.compile("(?m)^([A-Z_]+)=")
                .matcher(Files.readString(Path.of("../.env.example")))
                .results()
                .forEach(line -> known.add(line.group(1)));

        assertThat(members(services.get("roost").get("environment")))
                .containsKeys("DATABASE_URL", "JWT_SECRET", "POLKA_KEY", "MANAGEMENT_PORT")
                .allSatisfy((name, value) -> assertThat(known).contains(name));
    }

    @Test
    void hasNoSecretOfItsOwn() {
        for (JsonNode service : services.values()) {
            if (service.get("environment") != null) {
                assertThat(members(service.get("environment"))).allSatisfy((name, value) -> {
                    if (name.matches(".*(SECRET|KEY|PASSWORD|DATABASE_URL).*")) {
                        assertThat(value.getStringValue()).containsPattern("\\$\\{[A-Z_]+:\\?[^}]+}");
                    }
                });
            }
        }
    }

    @Test
    void pinsEveryImageByItsPlainName() {
        assertThat(services)
                .allSatisfy((name, service) -> assertThat(service.get("image").getStringValue())
                        .matches("([a-z]+/)?[a-z]+:v?\\d+\\.\\d+[a-zA-Z0-9.-]*"));
    }

    @Test
    void givesNoServiceMoreThanItNeeds() {
        assertThat(services).allSatisfy((name, service) -> {
            JsonNode limits = service.get("deploy").get("resources").get("limits");
            assertThat(members(limits)).containsOnlyKeys("cpus", "memory", "pids");
            assertThat(service.get("read_only").getBooleanValue()).isTrue();
            assertThat(service.get("cap_drop").get(0).getStringValue()).isEqualTo("ALL");
            assertThat(service.get("security_opt").get(0).getStringValue()).isEqualTo("no-new-privileges:true");
            assertThat(service.get("privileged")).isNull();
            if (service.get("ports") != null) {
                assertThat(service.get("ports").values())
                        .allSatisfy(port -> assertThat(port.getStringValue()).startsWith("127.0.0.1:"));
            }
        });
    }

    @Test
    void startsTheServiceWhenWhatItNeedsIsHealthy() {
        assertThat(members(services.get("roost").get("depends_on")))
                .containsOnlyKeys("postgres", "redis")
                .allSatisfy((name, dependency) -> {
                    assertThat(dependency.get("condition").getStringValue()).isEqualTo("service_healthy");
                    assertThat(services.get(name).get("healthcheck")).isNotNull();
                });
        assertThat(services.get("roost").get("healthcheck")).isNotNull();
    }

    @Test
    void mountsFilesThatExistAndVolumesThatAreNamed() throws IOException {
        var volumes = members(read("compose.yaml").get("volumes")).keySet();
        for (JsonNode service : services.values()) {
            if (service.get("volumes") != null) {
                assertThat(service.get("volumes").values()).allSatisfy(volume -> {
                    String source = volume.getStringValue().split(":", 2)[0];
                    assertThat(volumes.contains(source) || Files.exists(FOLDER.resolve(source)))
                            .as(source)
                            .isTrue();
                });
            }
        }
    }

    @Test
    void letsPrometheusScrapeThePortOfTheMetrics() throws IOException {
        JsonNode job = read("prometheus.yml").get("scrape_configs").get(0);

        assertThat(job.get("metrics_path").getStringValue()).isEqualTo("/prometheus");
        JsonNode target = job.get("dns_sd_configs").get(0);
        assertThat(services).containsKey(target.get("names").get(0).getStringValue());
        assertThat(target.get("port").getIntValue() + "")
                .isEqualTo(services.get("roost")
                        .get("environment")
                        .get("MANAGEMENT_PORT")
                        .getStringValue());
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        var entries = new ArrayList<Map.Entry<String, JsonNode>>();
        object.entries().forEach(entries::add);
        return entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static JsonNode read(String file) throws IOException {
        Object yaml = new Yaml().load(Files.readString(FOLDER.resolve(file)));
        JsonMapper json = JsonMapper.createDefault();
        return json.readValue(json.writeValueAsString(yaml), JsonNode.class);
    }
}
