package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Documents how an operation refuses a body that breaks rules. */
@Target(METHOD)
@Retention(RUNTIME)
@ApiResponse(responseCode = "422", ref = "#/components/responses/ValidationFailed")
public @interface Validates {}
