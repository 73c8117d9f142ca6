package dev.roost.fault;

import static dev.roost.fault.Scale.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.fault.Load.Kind;
import dev.roost.fault.Load.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is told to end, or killed, under load. */
class ServiceEndsIT {

    private static final int END_MILLIS = 30_000;

    @TempDir
    private static Path folder;

    private static RunningPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = new RunningPostgres(folder.resolve("postgres"));
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void isKilledAndLosesNothing() throws Exception {
        var ledger = new Ledger();
        String url = postgres.create("killed");
        for (int round = 1; round <= ROUNDS; round++) {
            try (var service = startService(url)) {
                int repeated = ledger.repeatUnanswered(service.port());
                ledger.verify(postgres, "killed");
                System.out.printf("Service started again: %d products sent again with their keys%n", repeated);
                String token = ledger.logIn(service.port());
                try (Load load = Workload.start(service.port(), ledger, token)) {
                    Thread.sleep(1_000);
                    service.kill();
                    load.stop();
                }
            }
            int more = ledger.verify(postgres, "killed");
            System.out.printf(
                    "Service killed, round %d of %d: %d writes acknowledged, all are there; so are %d others%n",
                    round, ROUNDS, ledger.size(), more);
        }
    }

    @Test
    void isToldToEndAndBreaksNothing() throws Exception {
        String url = postgres.create("told");
        for (int round = 1; round <= ROUNDS; round++) {
            try (var service = startService(url)) {
                endUnderLoad(service, "Service told to end, round %d of %d".formatted(round, ROUNDS));
            }
        }
    }

    private static void endUnderLoad(RunningService service, String what) throws Exception {
        var ledger = new Ledger();
        String token = ledger.logIn(service.port());
        try (Load load = Workload.start(service.port(), ledger, token)) {
            Thread.sleep(1_000);
            long told = System.nanoTime();
            service.terminate();
            int status = service.awaitEnd();
            long millis = (System.nanoTime() - told) / 1_000_000;
            List<Sample> samples = load.stop();

            System.out.printf("%s: status %d after %d ms%n", what, status, millis);
            System.out.printf("  before: %s%n", Load.summary(samples, sample -> sample.end() < told));
            System.out.printf("  then:   %s%n", Load.summary(samples, sample -> sample.end() >= told));
            assertThat(status).isZero();
            assertThat(millis).isLessThan(END_MILLIS);
            verify(samples);
        }
    }

    /** Nothing is broken, and readiness is down before the first connection is refused. */
    private static void verify(List<Sample> samples) {
        assertThat(samples).noneMatch(sample -> sample.status() == Load.BROKEN);
        assertThat(samples.stream()
                        .filter(sample -> sample.status() != Load.REFUSED && sample.kind() != Kind.READINESS))
                .allMatch(Sample::isGood);
        List<Integer> readiness = samples.stream()
                .filter(sample -> sample.kind() == Kind.READINESS)
                .map(Sample::status)
                .distinct()
                .toList();
        assertThat(readiness).containsExactly(200, 503, Load.REFUSED);
    }

    private static RunningService startService(String url) throws Exception {
        return new RunningService(
                        Files.createTempDirectory(folder, "service"),
                        Map.of("DATABASE_URL", url, "SHUTDOWN_DELAY_SEC", "2"))
                .awaitReady();
    }
}
