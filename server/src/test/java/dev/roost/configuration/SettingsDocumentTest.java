package dev.roost.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators read about the settings, held to the code. */
class SettingsDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([^|]+) \\|");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([A-Z_]+)=");

    @Test
    void theTableOfOperationsHasEverySettingWithItsDefault() throws IOException {
        var defaults = new HashMap<String, String>();
        var rows = ROW.matcher(read("../docs/operations.md"));
        while (rows.find()) {
            defaults.put(rows.group(1), rows.group(2));
        }

        assertThat(defaults.keySet()).containsExactlyInAnyOrderElementsOf(namesOfAll());
        for (Setting setting : Setting.values()) {
            String fallback = setting.fallback();
            String documented = defaults.get(setting.name());
            if (fallback == null) {
                assertThat(documented).as(setting.name()).isEqualTo("required");
            } else if (fallback.isEmpty()) {
                assertThat(documented).as(setting.name()).doesNotContain("`").isNotEqualTo("required");
            } else {
                assertThat(documented).as(setting.name()).isEqualTo("`" + fallback + "`");
            }
        }
    }

    @Test
    void theSampleEnvironmentHasEverySettingWithItsDefault() throws IOException {
        String sample = read("../.env.example");
        assertThat(SAMPLE.matcher(sample).results().map(line -> line.group(1)))
                .containsExactlyInAnyOrderElementsOf(namesOfAll());
        for (Setting setting : Setting.values()) {
            String fallback = setting.fallback();
            if (fallback != null) {
                assertThat(sample.lines()).contains(setting + "=" + fallback);
            }
        }
    }

    @Test
    void theSampleEnvironmentIsRefusedForItsSecrets() throws IOException {
        Map<String, String> sample = new HashMap<>();
        read("../.env.example")
                .lines()
                .filter(line -> SAMPLE.matcher(line).find())
                .forEach(line -> sample.put(line.split("=", 2)[0], line.split("=", 2)[1]));

        assertThat(catchThrowable(() -> Settings.of(sample, Path.of(""))))
                .hasMessage("Roost cannot start: JWT_SECRET is the sample of .env.example;"
                        + " POLKA_KEY is the sample of .env.example");
    }

    private static List<String> namesOfAll() {
        return Arrays.stream(Setting.values()).map(Setting::name).toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
