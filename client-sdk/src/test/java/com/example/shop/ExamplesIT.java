package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.client.RoostClient;
import dev.roost.client.RoostServer;
import dev.roost.client.gen.model.NewProduct;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples as their readers do, each in a process of its own, and holds what they print. */
class ExamplesIT {

    @TempDir
    private Path folder;

    @Test
    void theQuickStartSellsALamp() throws Exception {
        assertThat(run(QuickStart.class)).contains("Desk lamp costs 19.90");
    }

    @Test
    void sessionsAreResumedFromAFile() throws Exception {
        Path file = folder.resolve("session.properties");

        List<String> lines = run(Sessions.class, file.toString());

        assertThat(lines.get(0)).matches("resumed, with \\d+ products");
        assertThat(lines.get(1)).isEqualTo("logged out, and the file is gone");
        assertThat(lines.get(2)).isEqualTo("logged in again");
        assertThat(file).doesNotExist();
    }

    @Test
    void tokensInAFileAreTheirOwnersAlone() throws IOException {
        var store = new FileTokenStore(folder.resolve("session.properties"));
        RoostClient.builder()
                .baseUrl(RoostServer.url())
                .tokenStore(store)
                .build()
                .accounts()
                .register(RoostServer.newEmail(), "correct horse battery");

        assertThat(Files.getPosixFilePermissions(store.file()))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void listsAreReadOverAllPages() throws Exception {
        assertThat(run(Paging.class))
                .containsSubsequence(
                        "Reading lamp 20 costs 20.00",
                        "Reading lamp 50 costs 50.00",
                        "cheapest: [Reading lamp 20, Reading lamp 30]",
                        "a page of 2",
                        "a page of 2",
                        "a page of 1",
                        "then 2",
                        "page 3 has 1")
                .last()
                .asString()
                .endsWith(" What a fine day to be a bird.");
    }

    @Test
    void changesAreOfSomeFieldsAndOfTheVersionThatIsMeant() throws Exception {
        assertThat(run(Changes.class))
                .hasSize(3)
                .startsWith("17.50, 3, null", "left: 2")
                .last()
                .asString()
                .startsWith("not deleted: ");
    }

    @Test
    void errorsAreToldApart() throws Exception {
        List<String> lines = run(ErrorsAndRetries.class);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("price must be greater than or equal to 0");
        assertThat(lines.get(1)).startsWith("refused with 401 unauthenticated, see request ");
        assertThat(lines.get(2)).startsWith("the service did not answer: ").contains("no connection to ");
        assertThat(lines.subList(3, 5)).containsExactly("found: nothing", "created once: true");
    }

    @Test
    void nothingHasToWait() throws Exception {
        assertThat(run(Futures.class))
                .startsWith("For sale: Desk lamp")
                .contains("Desk lamp")
                .endsWith("healthy: OK")
                .anyMatch(line -> line.matches("201 \\S+ .* Desk lamp"));
    }

    @Test
    void clientsHaveSettings() throws Exception {
        assertThat(run(Configuration.class))
                .hasSize(3)
                .first()
                .asString()
                .matches("GET \\S+/api/chirps\\S* -> 200 in \\d+ ms \\(attempt 1, request \\S+\\) .*User-Agent.*");
    }

    @Test
    void thePriceWatcherStopsAfterItsRounds() throws Exception {
        RoostServer.clientOfNewAccount()
                .products()
                .create(new NewProduct().name("Desk lamp").price(new BigDecimal("19.90")));

        assertThat(run(PriceWatcher.class, "1", "0")).contains("watching Desk lamp, which costs 19.90");
    }

    private static List<String> run(Class<?> example, String... arguments) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = Stream.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                example.getName());
        var builder =
                new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList()).redirectErrorStream(true);
        builder.environment().put("ROOST_BASE_URL", RoostServer.url().toString());
        Process process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }
}
