/** Constraints that the features share. */
@NullMarked
package dev.roost.http.validation;

import org.jspecify.annotations.NullMarked;
