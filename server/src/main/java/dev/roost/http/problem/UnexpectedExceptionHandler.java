package dev.roost.http.problem;

import dev.roost.http.RequestId;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
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
        LOG.error("request {} failed", RequestId.of(request), exception);
        ProblemKind kind = databaseIsAway(exception) ? ProblemKind.UNAVAILABLE : ProblemKind.INTERNAL_ERROR;
        var response = problems.of(request, kind, kind.detail(), List.of());
        return kind == ProblemKind.UNAVAILABLE ? response.header("Retry-After", RETRY_AFTER_SECONDS) : response;
    }

    /** No connection was to be had, or it broke: SQLSTATE class 08, or 57P, a server that goes down or comes up. */
    private static boolean databaseIsAway(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectionException
                        || (cause instanceof SQLException failure
                                && failure.getSQLState() != null
                                && failure.getSQLState().matches("08...|57P..")));
    }
}
