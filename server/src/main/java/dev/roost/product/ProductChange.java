package dev.roost.product;

import dev.roost.account.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A change of a product that somebody asks for.
 *
 * @param version the version that it is meant for; null for any
 */
record ProductChange(long id, Caller caller, @Nullable Long version, ProductPatch patch) {}
