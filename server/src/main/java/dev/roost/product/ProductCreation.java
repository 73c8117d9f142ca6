package dev.roost.product;

import dev.roost.account.Caller;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product that somebody asks for. */
record ProductCreation(Caller caller, String name, @Nullable String description, BigDecimal price, int stock) {}
