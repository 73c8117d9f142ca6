package dev.roost.contract;

import dev.roost.client.ChirpQuery;
import dev.roost.client.ProblemException;
import dev.roost.client.RoostClient;
import dev.roost.client.RoostConnectionException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.console.ConsoleLauncher;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Tests a deployment of Roost against the contract: {@code java -jar contract-tests.jar http://localhost:8080}, and after
 * that any option of JUnit's console launcher.
 */
public final class ContractTests {

    static final int KEPT = 0;
    static final int BROKEN = 1;
    static final int NOT_TESTED = 2;

    /** What JUnit's configuration calls the deployment's base URL. */
    static final String BASE_URL = "roost.base-url";

    private ContractTests() {}

    /**
     * Runs the tests and exits with 0 where the deployment keeps the contract, 1 where it breaks it, and 2 where it could not
     * be tested.
     *
     * @param args the base URL of the deployment, without {@code /api}, and options of JUnit's console launcher
     */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        var err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(out, err, args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        if (args.length == 0 || args[0].startsWith("-")) {
            err.println("Usage: java -jar contract-tests.jar URL [options of JUnit's console launcher, such as"
                    + " --reports-dir=DIR or --include-tag=products]");
            return NOT_TESTED;
        }
        String url = args[0];
        try {
            requireService(url);
        } catch (IllegalArgumentException | RoostConnectionException e) {
            err.println(url + " cannot be tested: " + e.getMessage());
            return NOT_TESTED;
        }
        return launch(out, err, url, Arrays.copyOfRange(args, 1, args.length))
                .map(summary -> verdict(out, url, summary))
                .orElse(NOT_TESTED);
    }

    private static int verdict(PrintWriter out, String url, TestExecutionSummary summary) {
        boolean isKept = summary.getTotalFailureCount() == 0;
        out.printf(
                "%s %s contract %s: %d of %d tests passed.%n",
                url,
                isKept ? "keeps" : "BREAKS",
                Contract.VERSION,
                summary.getTestsSucceededCount(),
                summary.getTestsStartedCount());
        return isKept ? KEPT : BROKEN;
    }

    /** Asks first whether there is a service at all, so that one mistake in the URL is not told by every test. */
    private static void requireService(String url) {
        var client = RoostClient.builder()
                .baseUrl(url)
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            client.chirps().list(new ChirpQuery().limit(1)).firstPage();
        } catch (ProblemException e) {
            // It answers; whether it should have refused is for the tests to say.
        }
    }

    /** Returns nothing where no test was run, as by {@code --help}. */
    private static Optional<TestExecutionSummary> launch(
            PrintWriter out, PrintWriter err, String url, String[] options) {
        Stream<String> ours = Stream.of(
                "execute",
                "--disable-banner",
                "--select-package=" + ContractTests.class.getPackageName(),
                "--include-classname=.*Contract",
                "--config=junit.jupiter.displayname.generator.default=" + Sentences.class.getName(),
                "--config=" + BASE_URL + "=" + url);
        return ConsoleLauncher.run(
                        out, err, Stream.concat(ours, Stream.of(options)).toArray(String[]::new))
                .getValue()
                .filter(TestExecutionSummary.class::isInstance)
                .map(TestExecutionSummary.class::cast)
                .filter(summary -> summary.getContainersFailedCount() + summary.getTestsStartedCount() > 0);
    }
}
