/** How PostgreSQL is reached, and what happens while it is not. */
@NullMarked
package dev.roost.database;

import org.jspecify.annotations.NullMarked;
