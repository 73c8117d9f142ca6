package dev.roost.http.problem;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.channel.unix.Errors.NativeIoException;
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

    private final ProblemResponses problems;
    private final ApiExceptionHandler refusals;

    UnexpectedExceptionHandler(ProblemResponses problems, ApiExceptionHandler refusals) {
        this.problems = problems;
        this.refusals = refusals;
    }

    @Override
    @SuppressWarnings("rawtypes") // The interface's own signature.
    public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
        ProblemKind kind = kind(exception);
        if (kind == ProblemKind.INTERNAL_ERROR) {
            LOG.error("the request failed", exception);
        } else if (kind == ProblemKind.UNAVAILABLE) {
            LOG.warn("the request cannot be served right now: {}", reason(exception));
        }
        return kind == ProblemKind.UNAVAILABLE
                ? refusals.handle(request, ApiException.unavailable())
                : problems.of(request, kind, kind.detail(), List.of());
    }

    private static ProblemKind kind(Throwable exception) {
        if (hasClientLeft(exception)) {
            return ProblemKind.MALFORMED_REQUEST;
        }
        return isBusy(exception) || exception instanceof TimeoutException || isTransient(exception)
                ? ProblemKind.UNAVAILABLE
                : ProblemKind.INTERNAL_ERROR;
    }

    /** The last is what Netty throws where it reads sockets through epoll. */
    private static boolean hasClientLeft(Throwable exception) {
        return exception instanceof EOFException
                || exception instanceof SocketException
                || exception instanceof NativeIoException;
    }

    /** A bounded queue of ours is full. */
    private static boolean isBusy(Throwable exception) {
        return exception instanceof RejectedExecutionException;
    }

    /**
     * No connection was to be had in time, or it broke, or a statement took too long. Of the SQLSTATE classes, 08 is a
     * lost connection, 40 a transaction that was in another's way, 53 a server that has too little of something, 57 one
     * that cancels, goes down or comes up, and 58 one whose machine fails; 25P03 is a session that was ended for its
     * silence.
     */
    private static boolean isTransient(Throwable exception) {
        return causes(exception)
                .anyMatch(cause -> cause instanceof ConnectionException
                        || cause instanceof CannotGetJdbcConnectionException
                        || (cause instanceof SQLException failure
                                && failure.getSQLState() != null
                                && failure.getSQLState().matches("(08|40|53|57|58)...|25P03")));
    }

    /** Returns what PostgreSQL or the pool said, without the statement. */
    private static String reason(Throwable exception) {
        Throwable cause = causes(exception)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(exception);
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause);
    }
}
