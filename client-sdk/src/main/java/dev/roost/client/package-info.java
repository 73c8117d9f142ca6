/** The client of Roost. Start at {@link dev.roost.client.RoostClient}. */
@NullMarked
package dev.roost.client;

import org.jspecify.annotations.NullMarked;
