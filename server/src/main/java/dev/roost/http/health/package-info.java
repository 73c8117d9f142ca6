/** Whether the service is alive. */
@NullMarked
package dev.roost.http.health;

import org.jspecify.annotations.NullMarked;
