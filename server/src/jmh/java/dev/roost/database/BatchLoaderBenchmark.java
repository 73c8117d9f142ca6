package dev.roost.database;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What it costs to gather requests and to answer them, for all of a batch; its query costs nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BatchLoaderBenchmark {

    /** How many ask at the same time, each for a row of its own. */
    @Param({"1", "16", "64"})
    private int batch;

    private final Queue<Runnable> workers = new ArrayDeque<>();
    private Map<Long, Long> rows = Map.of();
    private BatchLoader<Long, Long> loader = loader();
    private BatchWriter<Long, Long> writer = writer();

    /** Makes the rows. */
    @Setup
    public void setUp() {
        rows = LongStream.range(0, batch).boxed().collect(Collectors.toMap(Function.identity(), Function.identity()));
        loader = loader();
        writer = writer();
    }

    /** Reads all rows. */
    @Benchmark
    public void read(Blackhole hole) {
        for (Long key : rows.keySet()) {
            hole.consume(loader.load(key, Function.identity()));
        }
        workers.remove().run();
    }

    /** Writes all rows. */
    @Benchmark
    public void write(Blackhole hole) {
        for (Long key : rows.keySet()) {
            hole.consume(writer.write(key));
        }
        workers.remove().run();
    }

    private BatchLoader<Long, Long> loader() {
        return new BatchLoader<>(new BatchLoader.Limits(1, 128, 4_096), keys -> rows, workers::add, Runnable::run);
    }

    private BatchWriter<Long, Long> writer() {
        return new BatchWriter<>(
                new BatchLoader<>(
                        new BatchLoader.Limits(1, 128, 4_096),
                        items -> BatchWriter.write(items, contents -> contents),
                        workers::add,
                        Runnable::run),
                Function.identity(),
                new BlockingWork(ForkJoinPool.commonPool(), ForkJoinPool.commonPool()));
    }
}
