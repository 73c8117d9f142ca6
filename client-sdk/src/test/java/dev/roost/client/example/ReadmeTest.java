package dev.roost.client.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that the READMEs' Java is part of an example that the build compiles and runs. */
class ReadmeTest {

    private static final Path EXAMPLE = Path.of("src/test/java/dev/roost/client/example/QuickStart.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("readmes")
    void theReadmeShowsTheExample(Path readme) throws IOException {
        String example = unindented(Files.readString(EXAMPLE));

        assertThat(JAVA_BLOCK.matcher(Files.readString(readme)).results().map(ReadmeTest::block))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(example).contains(block));
    }

    static Stream<Path> readmes() {
        return Stream.of(Path.of("README.md"), Path.of("../README.md"));
    }

    private static String block(MatchResult match) {
        return unindented(match.group(1));
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
