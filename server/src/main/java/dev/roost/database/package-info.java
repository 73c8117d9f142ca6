/** How PostgreSQL is reached and asked, and what happens while it is not there. */
@NullMarked
package dev.roost.database;

import org.jspecify.annotations.NullMarked;
