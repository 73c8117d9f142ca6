package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Documents an operation whose answer is JSON, which a client must accept. */
@Target(METHOD)
@Retention(RUNTIME)
@ApiResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
public @interface AnswersJson {}
