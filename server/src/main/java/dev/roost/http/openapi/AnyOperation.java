package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Documents how any operation refuses a request that does not come whole, or cannot be read, and how it fails. */
@Target(TYPE)
@Retention(RUNTIME)
@ApiResponse(responseCode = "400", ref = "#/components/responses/MalformedRequest")
@ApiResponse(responseCode = "408", ref = "#/components/responses/RequestTimeout")
@ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge")
@ApiResponse(responseCode = "414", ref = "#/components/responses/UriTooLong")
@ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType")
@ApiResponse(responseCode = "431", ref = "#/components/responses/HeadersTooLarge")
@ApiResponse(responseCode = "500", ref = "#/components/responses/InternalError")
public @interface AnyOperation {}
