package dev.roost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.configuration.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through, run as it is printed. */
class WalkThroughIT {

    private static final Pattern CURL_BLOCK = Pattern.compile("## With curl\\s+```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theReadmesCurlCallsDoWhatItSays() throws Exception {
        var readme = CURL_BLOCK.matcher(Files.readString(Path.of("../README.md")));
        assertThat(readme.find()).isTrue();
        Path database = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "walk-through");
        var settings = Settings.of(Map.of("PLATFORM", "dev", "PORT", "0"), database);

        try (var server = ApplicationContext.run(EmbeddedServer.class, settings.properties())) {
            Path output = folder.resolve("output");
            var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", readme.group(1))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("URL", server.getURI().toString());
            Process bash = builder.start();

            assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(bash.exitValue()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output))
                    .containsSubsequence(
                            "\"email\":\"dev@example.com\"",
                            "\"price\":19.90",
                            "\"id\":1",
                            "\"total\":1",
                            "\"price\":17.50",
                            "\"body\":\"What a **** over one lamp\"",
                            "\"token\":\"");
        }
    }
}
