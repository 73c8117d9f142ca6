package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Documents an operation on one thing, which may not exist. */
@Target(METHOD)
@Retention(RUNTIME)
@ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
public @interface FindsById {}
