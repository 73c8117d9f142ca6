/**
 * What operations have in common in the OpenAPI document; the responses that these annotations name are in {@code
 * src/main/openapi}.
 */
@NullMarked
package dev.roost.http.openapi;

import org.jspecify.annotations.NullMarked;
