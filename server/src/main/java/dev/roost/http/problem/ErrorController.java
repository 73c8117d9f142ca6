package dev.roost.http.problem;

import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.NonBlocking;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands each failure to the {@link ExceptionHandler} of the closest class, as Micronaut does by itself, and remembers which
 * that is. Micronaut (4.10) looks through all beans for each failure, since the qualifier that it remembers the handler by
 * is equal to no other.
 */
@Controller
final class ErrorController {

    private final BeanContext beans;

    @SuppressWarnings("rawtypes") // The interface's own signature.
    private final Map<Class<?>, ExceptionHandler> handlers = new ConcurrentHashMap<>();

    ErrorController(BeanContext beans) {
        this.beans = beans;
    }

    @Error(global = true)
    @NonBlocking
    @Produces(MediaType.ALL)
    @SuppressWarnings("unchecked") // The handler is one for failures of that class.
    Object answer(HttpRequest<?> request, Throwable failure) {
        return handlers.computeIfAbsent(failure.getClass(), this::find).handle(request, failure);
    }

    @SuppressWarnings("rawtypes") // The interface's own signature.
    private ExceptionHandler find(Class<?> failure) {
        return beans.getBean(ExceptionHandler.class, Qualifiers.byTypeArgumentsClosest(failure, Object.class));
    }
}
