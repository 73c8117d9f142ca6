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

/** Binds and documents what a change depends on. */
@Target(PARAMETER)
@Retention(RUNTIME)
@Header(HttpHeaders.IF_MATCH)
@Parameter(
        in = ParameterIn.HEADER,
        name = HttpHeaders.IF_MATCH,
        description = "Do it only if the `ETag` is one of these; `*` is any. Otherwise the answer is a 412.",
        example = "\"3\"",
        schema = @Schema(maxLength = EntityTags.MAX_LENGTH, pattern = EntityTags.PATTERN))
public @interface IfMatch {}
