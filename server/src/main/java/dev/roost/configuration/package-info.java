/** What the environment says: settings, the {@code .env} file and the development database. */
@NullMarked
package dev.roost.configuration;

import org.jspecify.annotations.NullMarked;
