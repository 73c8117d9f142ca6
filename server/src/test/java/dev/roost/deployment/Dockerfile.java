package dev.roost.deployment;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The instructions of the Dockerfile. */
record Dockerfile(List<String> instructions) {

    private static final Pattern ASSIGNMENT = Pattern.compile("([\\w.]+)=(?:\"([^\"]*)\"|(\\S+))");

    static Dockerfile read() throws IOException {
        return new Dockerfile(Files.readString(Path.of("../Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
    }

    /** Returns what stands behind each instruction of a kind. */
    List<String> all(String kind) {
        return instructions.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1).strip())
                .toList();
    }

    /** Returns what stands behind the only instruction of a kind. */
    String only(String kind) {
        List<String> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError(kind + " stands there %d times".formatted(found.size()));
        }
        return found.get(0);
    }

    /** Returns the words of the instruction {@code ENTRYPOINT}, which must be in exec form. */
    List<String> entrypoint() throws IOException {
        return List.of(JsonMapper.createDefault().readValue(only("ENTRYPOINT"), String[].class));
    }

    /** Returns the assignments of {@code ENV} or {@code LABEL}. */
    Map<String, String> assignments(String kind) {
        return ASSIGNMENT
                .matcher(only(kind))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Stream.of(2, 3)
                        .map(found::group)
                        .filter(value -> value != null)
                        .findFirst()
                        .orElse("")));
    }
}
