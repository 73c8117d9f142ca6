/** Changes that happen once, however often they are sent. */
@NullMarked
package dev.roost.idempotency;

import org.jspecify.annotations.NullMarked;
