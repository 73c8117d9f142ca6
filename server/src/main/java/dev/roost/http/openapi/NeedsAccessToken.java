package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Lets only callers with an access token in, and documents that. */
@Target({TYPE, METHOD})
@Retention(RUNTIME)
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = "access_token")
@ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
public @interface NeedsAccessToken {}
