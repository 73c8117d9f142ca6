package dev.roost.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds that the contract changes only where somebody has reviewed the change. */
class ContractTest {

    private static final Path REVIEWED = Path.of("roost.yaml");

    @Test
    void theServerEmitsTheReviewedDocument() throws IOException {
        Path emitted = Files.write(Path.of("target", "emitted.yaml"), ContractDocument.emittedBytes());
        if ("accept".equals(System.getProperty("contract"))) {
            Files.write(REVIEWED, ContractDocument.emittedBytes());
        }
        assertThat(emitted).as("""
                    The server's contract has changed. Accept the change with

                        ./mvnw test -pl openapi -am -Paccept-contract

                    and commit openapi/roost.yaml.""").hasSameTextualContentAs(REVIEWED);
    }
}
