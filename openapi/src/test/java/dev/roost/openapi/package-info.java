/** The gate of the contract. */
@NullMarked
package dev.roost.openapi;

import org.jspecify.annotations.NullMarked;
