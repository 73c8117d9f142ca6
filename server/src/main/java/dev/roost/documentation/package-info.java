/** What tells people and programs how to use the service: the OpenAPI document, and Swagger UI to try it. */
@NullMarked
package dev.roost.documentation;

import org.jspecify.annotations.NullMarked;
