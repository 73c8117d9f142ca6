package dev.roost.client;

import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.ApiResponse;
import dev.roost.client.http.Futures;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that can be made, in whichever way. Making one again sends the same idempotency key, so that what it creates
 * is created once.
 */
public final class Call<T extends @Nullable Object> {

    private final Supplier<CompletableFuture<RoostResponse<T>>> operation;

    private Call(Supplier<CompletableFuture<RoostResponse<T>>> operation) {
        this.operation = operation;
    }

    /** A method of the generated classes. */
    @FunctionalInterface
    interface Operation<T extends @Nullable Object> {

        CompletableFuture<ApiResponse<T>> send() throws ApiException;
    }

    /** Makes a call of an operation whose answers have a body. */
    static <T> Call<T> of(Operation<T> operation) {
        return ofEmpty(operation).map(response -> {
            if (response.body() == null) {
                throw new CompletionException(new Json.UnusableException("the answer has no body", null));
            }
            return response.body();
        });
    }

    /** Makes a call of an operation whose answers need have no body. */
    static <T extends @Nullable Object> Call<T> ofEmpty(Operation<T> operation) {
        return new Call<>(() -> {
            try {
                return operation.send().thenApply(RoostResponse::of);
            } catch (ApiException | RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    /** Makes a call of an operation that answers with a 304 where the caller has it already: then there is no body. */
    static <T> Call<Optional<T>> ifChanged(Operation<T> operation) {
        Call<Optional<T>> call = of(operation).map(response -> Optional.of(response.body()));
        return new Call<>(() -> call.operation.get().exceptionally(failure -> {
            if (Futures.cause(failure) instanceof ApiException refusal && refusal.getCode() == 304) {
                return new RoostResponse<>(304, refusal.getResponseHeaders(), Optional.empty());
            }
            throw new CompletionException(Futures.cause(failure));
        }));
    }

    /** Makes another body of the response. */
    <R extends @Nullable Object> Call<R> map(Function<RoostResponse<T>, R> body) {
        return new Call<>(() -> operation.get().thenApply(response -> {
            return new RoostResponse<>(response.status(), response.headers(), body.apply(response));
        }));
    }

    /**
     * Makes the call and waits for what it gives.
     *
     * @throws RoostException when the call does not succeed; also when the thread is interrupted, and then it still is
     */
    public T execute() {
        return Await.result(executeAsync());
    }

    /** Makes the call and waits for the whole response, as {@link #execute()} does. */
    public RoostResponse<T> response() {
        return Await.result(responseAsync());
    }

    /** Makes the call. The future fails with a {@link RoostException}; cancelling it breaks the call off. */
    public CompletableFuture<T> executeAsync() {
        return start(RoostResponse::body);
    }

    /** Makes the call, as {@link #executeAsync()} does, for the whole response. */
    public CompletableFuture<RoostResponse<T>> responseAsync() {
        return start(response -> response);
    }

    private <R extends @Nullable Object> CompletableFuture<R> start(Function<RoostResponse<T>, R> result) {
        CompletableFuture<RoostResponse<T>> answer = operation.get();
        CompletableFuture<R> told = answer.newIncompleteFuture();
        Futures.handOver(
                answer.thenApply(result)
                        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(Failures.of(failure))),
                told);
        var unused = told.whenComplete((value, failure) -> answer.cancel(true)); // Such as where orTimeout ended it.
        return told;
    }
}
