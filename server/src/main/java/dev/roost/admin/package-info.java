/** What operators see and do: how often the site was visited, and the reset of a development database. */
@NullMarked
package dev.roost.admin;

import org.jspecify.annotations.NullMarked;
