package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Documents an operation that only a thing's owner may do. */
@Target(METHOD)
@Retention(RUNTIME)
@ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
public @interface ForOwner {}
