package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

@Timeout(60)
class BatchWriterTest {

    private final ExecutorService workers = Executors.newCachedThreadPool();

    /** The statements that were begun, which wait for what they write. */
    private final BlockingQueue<Statement> begun = new LinkedBlockingQueue<>();

    private final BlockingQueue<String> writtenAlone = new LinkedBlockingQueue<>();

    private final BatchWriter<String, String> writer = new BatchWriter<>(
            new BatchLoader<>(
                    new BatchLoader.Limits(1, 10, 10, true),
                    items -> BatchWriter.write(items, this::writeTogether),
                    workers,
                    Runnable::run),
            this::writeAlone,
            new BlockingWork(workers, workers));

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void writesTogetherWhatComesMeanwhile() throws Exception {
        CompletableFuture<String> first = writer.write("a");
        Statement statement = begun.take();
        CompletableFuture<String> second = writer.write("b");
        CompletableFuture<String> third = writer.write("c");
        statement.write("a together");

        Statement next = begun.take();
        next.write("b together", "c together");

        assertThat(next.contents()).containsExactly("b", "c");
        assertThat(List.of(first.join(), second.join(), third.join()))
                .containsExactly("a together", "b together", "c together");
        assertThat(writtenAlone).isEmpty();
    }

    @Test
    void writesTwiceWhatIsAskedForTwice() throws Exception {
        CompletableFuture<String> gate = writer.write("gate");
        Statement statement = begun.take();
        CompletableFuture<String> one = writer.write("equal");
        CompletableFuture<String> other = writer.write("equal");
        statement.write("gate");

        Statement next = begun.take();
        next.write("1", "2");

        assertThat(next.contents()).containsExactly("equal", "equal");
        assertThat(List.of(gate.join(), one.join(), other.join())).containsExactly("gate", "1", "2");
    }

    @Test
    void writesAloneWhatWasLeftOut() throws Exception {
        CompletableFuture<String> gate = writer.write("gate");
        Statement statement = begun.take();
        CompletableFuture<String> kept = writer.write("kept");
        CompletableFuture<String> leftOut = writer.write("left out");
        statement.write("gate");

        begun.take().write("kept together", null);

        assertThat(List.of(gate.join(), kept.join(), leftOut.join()))
                .containsExactly("gate", "kept together", "left out alone");
        assertThat(writtenAlone).containsExactly("left out");
    }

    /** One that PostgreSQL refuses makes it refuse the whole statement. */
    @ParameterizedTest
    @ValueSource(strings = {"22021", "23514", "40P01"})
    void failsOnlyWhatFailsAlone(String sqlState) throws Exception {
        CompletableFuture<String> gate = writer.write("gate");
        Statement statement = begun.take();
        CompletableFuture<String> good = writer.write("good");
        CompletableFuture<String> bad = writer.write("bad");
        statement.write("gate");

        begun.take()
                .fail(new IllegalStateException(
                        new PSQLException(new ServerErrorMessage("SERROR\0C%s\0Mrefused\0".formatted(sqlState)))));

        assertThat(List.of(gate.join(), good.join())).containsExactly("gate", "good alone");
        assertThatThrownBy(bad::join).hasRootCauseMessage("bad cannot be written");
    }

    /** It may be written: the connection may have broken behind the commit, or the driver may not have understood the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "22003", "40003", "57P01", "XX000"})
    void writesNothingTwiceThatMayBeWritten(String sqlState) throws Exception {
        CompletableFuture<String> content = writer.write("a");

        begun.take().fail(new IllegalStateException(new SQLException("lost", sqlState)));

        assertThatThrownBy(content::join).hasRootCauseMessage("lost");
        assertThat(writtenAlone).isEmpty();
    }

    private List<@Nullable String> writeTogether(List<String> contents) {
        var statement = new Statement(contents, new CompletableFuture<>());
        begun.add(statement);
        try {
            return statement.written().join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private String writeAlone(String content) {
        if (content.equals("bad")) {
            throw new IllegalArgumentException("bad cannot be written");
        }
        writtenAlone.add(content);
        return content + " alone";
    }

    private record Statement(List<String> contents, CompletableFuture<List<@Nullable String>> written) {

        void write(@Nullable String... values) {
            List<@Nullable String> all = new ArrayList<>();
            for (String value : values) {
                all.add(value);
            }
            written.complete(all);
        }

        void fail(RuntimeException failure) {
            written.completeExceptionally(failure);
        }
    }
}
