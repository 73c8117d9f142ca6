/** How often a client may ask, and how often it may have a password hashed. */
@NullMarked
package dev.roost.http.ratelimit;

import org.jspecify.annotations.NullMarked;
