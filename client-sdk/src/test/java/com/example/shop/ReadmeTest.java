package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that the READMEs' Java is part of an example that the build compiles and runs. */
class ReadmeTest {

    private static final Path EXAMPLES = Path.of("../examples/src/main/java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("readmes")
    void theReadmeShowsTheExamples(Path readme) throws IOException {
        List<String> examples = examples();

        assertThat(blocks(readme))
                .isNotEmpty()
                .filteredOn(block -> examples.stream().noneMatch(example -> example.contains(block)))
                .isEmpty();
    }

    static Stream<Path> readmes() {
        return Stream.of(Path.of("README.md"), Path.of("../README.md"));
    }

    private static List<String> examples() throws IOException {
        var examples = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                examples.add(unindented(Files.readString(file)));
            }
        }
        return examples;
    }

    private static List<String> blocks(Path readme) throws IOException {
        return JAVA_BLOCK
                .matcher(Files.readString(readme))
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
