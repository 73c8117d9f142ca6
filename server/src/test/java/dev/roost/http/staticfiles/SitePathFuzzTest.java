package dev.roost.http.staticfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.roost.http.problem.ApiException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Paths that a fuzzer makes up, to files of a folder that has others beside it and hidden in it. */
class SitePathFuzzTest {

    private static final String PUBLIC = "for everybody";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path outside;

    @SuppressWarnings("NullAway.Init") // Before each test.
    private Site site;

    @BeforeEach
    void createFiles() throws IOException {
        Path folder = outside.resolve("site");
        Files.createDirectories(folder.resolve("a/.git"));
        for (String name : List.of("index.html", "a/index.html", "a/b.txt")) {
            Files.writeString(folder.resolve(name), PUBLIC);
        }
        for (String name : List.of("secret.txt", "site/.env", "site/a/.git/config")) {
            Files.writeString(outside.resolve(name), "for nobody");
        }
        Files.createSymbolicLink(folder.resolve("a/link.txt"), outside.resolve("secret.txt"));
        site = new FolderSite(folder);
    }

    @FuzzTest
    void leadToPublicFilesAndToNothingElse(byte[] input) throws IOException {
        List<String> names = names(new String(input, ISO_8859_1));

        assertThat(names).noneMatch(name -> name.matches("(?s)\\..*|.*[/\\\\\0].*|"));
        assertThat(names.isEmpty() ? names : names(encoded(names))).isEqualTo(names);
        StaticFile file = names.isEmpty() ? null : site.find(names);
        if (file != null) {
            assertThat(file.open()).hasContent(PUBLIC);
        }
    }

    /** Returns no name for a path that is refused. */
    private static List<String> names(String path) {
        try {
            return SitePath.read(path);
        } catch (ApiException refusal) {
            return List.of();
        }
    }

    private static String encoded(List<String> names) {
        return names.stream()
                .map(name -> URLEncoder.encode(name, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
