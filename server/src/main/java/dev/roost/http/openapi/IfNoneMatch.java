package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.roost.http.EntityTags;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Header;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Binds and documents what the client has. */
@Target(PARAMETER)
@Retention(RUNTIME)
@Header(HttpHeaders.IF_NONE_MATCH)
@Parameter(
        in = ParameterIn.HEADER,
        name = HttpHeaders.IF_NONE_MATCH,
        description = "The `ETag` of what the client has, which is then not sent again.",
        example = "\"3\"",
        schema = @Schema(maxLength = EntityTags.MAX_LENGTH, pattern = EntityTags.PATTERN))
public @interface IfNoneMatch {}
