/**
 * What operations have in common, as annotations: how it is documented and, for header fields and who is let in, what is
 * done. The responses that they name are in {@code src/main/openapi}.
 */
@NullMarked
package dev.roost.http.openapi;

import org.jspecify.annotations.NullMarked;
