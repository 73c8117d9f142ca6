package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that what applications compile against changes only where somebody has reviewed the change. */
class PublicApiTest {

    private static final Path REVIEWED = Path.of("api.txt");
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void isTheReviewedOne() throws IOException {
        Path actual = Files.writeString(Path.of("target", "api.txt"), signatures());
        if ("accept".equals(System.getProperty("api"))) {
            Files.copy(actual, REVIEWED, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(actual).as("""
                    The public API of the client has changed. Accept the change with

                        ./mvnw test -pl client-sdk -am -Paccept-api

                    and commit client-sdk/api.txt.""").hasSameTextualContentAs(REVIEWED);
    }

    /** Returns what javap says of the public and protected members of all hand-written classes that are public. */
    private static String signatures() throws IOException {
        var text = new StringWriter();
        var arguments = Stream.concat(Stream.of("-protected", "-cp", CLASSES.toString()), handWritten().stream());
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        assertThat(javap.run(new PrintWriter(text), new PrintWriter(text), arguments.toArray(String[]::new)))
                .isZero();
        return Stream.of(text.toString().split("(?=Compiled from )"))
                .map(type -> type.replaceFirst("Compiled from .*\\R", ""))
                .filter(type -> type.startsWith("public "))
                .reduce("", String::concat)
                .replace("java.lang.", "");
    }

    private static List<String> handWritten() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES.resolve("dev/roost/client"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.matches("package-info.class|.*\\$\\d+.*"))
                    .map(name -> "dev.roost.client." + name.replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }
}
