package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Runs all integration tests, and then holds that every operation of the contract has succeeded, and nothing was sent or
 * answered that is not in it.
 */
@Suite
@SelectPackages({"dev.roost.client", "com.example.shop"})
@IncludeClassNamePatterns(".*IT")
@ExcludeClassNamePatterns(".*\\.ContractCoverageIT")
class ContractCoverageIT {

    @AfterSuite
    static void everyOperationOfTheContractHasSucceeded() throws IOException {
        assertThat(OperationRecorder.operations()).containsAll(operationsOfTheContract());
    }

    @AfterSuite
    static void nothingWasSentOrAnsweredThatIsNotInTheContract() {
        assertThat(DocumentedExchanges.breaches()).isEmpty();
    }

    private static Set<String> operationsOfTheContract() throws IOException {
        try (var document = ContractCoverageIT.class.getResourceAsStream("/META-INF/openapi/roost.yaml")) {
            return new YAMLMapper()
                    .readTree(document).path("paths").properties().stream()
                            .flatMap(path -> path.getValue()
                                    .propertyStream()
                                    .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                            .collect(Collectors.toSet());
        }
    }
}
