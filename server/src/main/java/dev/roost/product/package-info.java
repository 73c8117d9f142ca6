/** The catalogue: products that everyone may read and their owners may change. */
@NullMarked
package dev.roost.product;

import org.jspecify.annotations.NullMarked;
