/** Request bodies: read strictly, so that nothing is guessed from a value of another type. */
@NullMarked
package dev.roost.http.json;

import org.jspecify.annotations.NullMarked;
