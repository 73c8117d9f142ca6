package dev.roost.fault;

import static dev.roost.fault.Scale.MARGIN;
import static dev.roost.fault.Scale.SECONDS_AWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.fault.Load.Kind;
import dev.roost.fault.Load.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away and comes back, while the service stays. */
class DatabaseFaultsIT {

    /** How long the service lets a statement take. */
    private static final int STATEMENT_SECONDS = 1;

    private static final int ANSWER_MILLIS = 3_000 * MARGIN;

    /** Two seconds for a connection, a second more for the statement than PostgreSQL should take, and one for the rest. */
    private static final int ANSWER_MILLIS_WHILE_IT_HANGS = (2 + STATEMENT_SECONDS + 1 + 1) * 1_000 * MARGIN;

    private static final int ANSWER_MILLIS_WITHOUT_DATABASE = 1_000 * MARGIN;
    private static final int RECOVERY_MILLIS = 5_000 * MARGIN;

    @TempDir
    private static Path folder;

    private static RunningPostgres postgres;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        postgres = new RunningPostgres(folder.resolve("postgres"));
        service = start(postgres.create("roost")).awaitReady();
    }

    private static RunningService start(String url) throws Exception {
        return new RunningService(
                Files.createTempDirectory(folder, "service"),
                Map.of("DATABASE_URL", url, "DATABASE_STATEMENT_TIMEOUT_SEC", String.valueOf(STATEMENT_SECONDS)));
    }

    @AfterAll
    static void end() {
        service.close();
        postgres.close();
    }

    @Test
    void isKilled() throws Exception {
        endure("PostgreSQL killed", postgres::kill, postgres::start, ANSWER_MILLIS);
    }

    @Test
    void isStopped() throws Exception {
        endure("PostgreSQL stopped", postgres::stop, postgres::start, ANSWER_MILLIS);
    }

    @Test
    void hangs() throws Exception {
        endure("PostgreSQL hung", postgres::pause, postgres::resume, ANSWER_MILLIS_WHILE_IT_HANGS);
    }

    @Test
    void isNotThereYetWhenTwoInstancesStartOnIt() throws Exception {
        String url = postgres.create("empty");
        postgres.stop();
        try (var one = start(url);
                var other = start(url)) {
            Thread.sleep(3_000);
            postgres.start();
            one.awaitReady();
            other.awaitReady();

            assertThat(postgres.texts("empty", "SELECT version FROM flyway_schema_history WHERE success"))
                    .doesNotHaveDuplicates()
                    .hasSameSizeAs(postgres.texts("roost", "SELECT version FROM flyway_schema_history"));
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static void endure(String what, Step fault, Step repair, int answerMillis) throws Exception {
        var ledger = new Ledger();
        String token = ledger.logIn(service.port());
        try (Load load = Workload.start(service.port(), ledger, token)) {
            Thread.sleep(1_000);
            long away = System.nanoTime();
            fault.run();
            Thread.sleep(SECONDS_AWAY * 1_000L);
            long repaired = System.nanoTime(); // It may answer before its repair is done.
            repair.run();
            long back = System.nanoTime();
            long recovery = load.awaitGood(Kind.DATABASE, back, RECOVERY_MILLIS);
            load.awaitGood(Kind.READINESS, back, RECOVERY_MILLIS);
            List<Sample> samples = load.stop();

            print(what, samples, away, back, recovery, ledger);
            verify(samples, away, repaired, answerMillis);
            ledger.verify(postgres, "roost");
        }
        assertThat(service.output()).doesNotContain("\tat ", "\\tat ");
    }

    private static void print(String what, List<Sample> samples, long away, long back, long recovery, Ledger ledger) {
        System.out.printf(
                "%s for %d ms: good answers %d ms after its return; %d writes acknowledged%n",
                what, (back - away) / 1_000_000, recovery, ledger.size());
        for (Kind kind : Kind.values()) {
            Predicate<Sample> ofKind = sample -> sample.kind() == kind;
            System.out.printf(
                    "  %-11s before: %s; away: %s; then: %s%n",
                    kind,
                    Load.summary(samples, ofKind.and(sample -> sample.end() < away)),
                    Load.summary(samples, ofKind.and(sample -> sample.end() >= away && sample.end() < back)),
                    Load.summary(samples, ofKind.and(sample -> sample.end() >= back)));
        }
    }

    private static void verify(List<Sample> samples, long away, long repaired, int answerMillis) {
        assertThat(samples).allMatch(sample -> sample.isGood() || sample.isUnavailable());
        assertThat(samples).allMatch(sample -> sample.millis() < answerMillis);
        assertThat(samples.stream().filter(sample -> sample.kind() == Kind.NO_DATABASE))
                .allMatch(sample -> sample.isGood() && sample.millis() < ANSWER_MILLIS_WITHOUT_DATABASE);
        assertThat(samples.stream()
                        .filter(sample ->
                                sample.kind() == Kind.READINESS && sample.end() > away && sample.end() < repaired)
                        .reduce((first, second) -> second))
                .hasValueSatisfying(sample -> assertThat(sample.isUnavailable()).isTrue());
    }
}
