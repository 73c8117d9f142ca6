/** What a connection may carry, and for how long: what is refused before anything else sees it. */
@NullMarked
package dev.roost.http.connection;

import org.jspecify.annotations.NullMarked;
