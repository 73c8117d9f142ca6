package dev.roost.admin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The one row of the table {@code visits}. */
@MappedEntity("visits")
record VisitTotal(@Id boolean singleton, long total) {}
