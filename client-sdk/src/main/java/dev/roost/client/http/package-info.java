/** Calls over HTTP that are repeated, have a deadline and can be cancelled. It knows nothing of what is called. */
@NullMarked
package dev.roost.client.http;

import org.jspecify.annotations.NullMarked;
