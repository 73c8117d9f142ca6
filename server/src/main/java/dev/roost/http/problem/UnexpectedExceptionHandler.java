package dev.roost.http.problem;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody expected: logs it whole, and tells the caller nothing of the inside. */
@Singleton
final class UnexpectedExceptionHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionHandler.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final ProblemResponses problems;

    UnexpectedExceptionHandler(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // The interface's own signature.
    public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
        ProblemKind kind = kind(exception);
        if (kind == ProblemKind.INTERNAL_ERROR) {
            LOG.error("the request failed", exception);
        } else if (kind == ProblemKind.UNAVAILABLE) {
            LOG.warn("the request cannot be served right now: {}", exception.getMessage());
        }
        var response = problems.of(request, kind, kind.detail(), List.of());
        return kind == ProblemKind.UNAVAILABLE ? response.header("Retry-After", RETRY_AFTER_SECONDS) : response;
    }

    private static ProblemKind kind(Throwable exception) {
        if (exception instanceof EOFException || exception instanceof SocketException) { // The client went away.
            return ProblemKind.MALFORMED_REQUEST;
        }
        return isBusy(exception) || exception instanceof TimeoutException || isTransient(exception)
                ? ProblemKind.UNAVAILABLE
                : ProblemKind.INTERNAL_ERROR;
    }

    /** A bounded queue of ours is full. */
    private static boolean isBusy(Throwable exception) {
        return exception instanceof RejectedExecutionException;
    }

    /**
     * No connection was to be had in time, or it broke. SQLSTATE class 08 is a lost connection, 53300 a server with too
     * many, 57P one that goes down, comes up or lets nobody in, and 40 a transaction that was in another's way.
     */
    private static boolean isTransient(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectionException
                        || cause instanceof CannotGetJdbcConnectionException
                        || (cause instanceof SQLException failure
                                && failure.getSQLState() != null
                                && failure.getSQLState().matches("08...|40...|53300|57P..")));
    }
}
