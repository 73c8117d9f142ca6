package dev.roost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs classes of tests, each as one test: PIT asks for tests one by one, and the service would start for each of them, and
 * not once for a class.
 */
class ApiTests {

    @ParameterizedTest
    @MethodSource("names")
    void pass(String name) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(name))
                                .build(),
                        listener);

        assertThat(listener.getSummary().getTestsSucceededCount()).isPositive();
        assertThat(listener.getSummary().getFailures()).isEmpty();
    }

    static Stream<String> names() {
        return Stream.of(System.getenv("API_TESTS").strip().split("\\s+"));
    }
}
