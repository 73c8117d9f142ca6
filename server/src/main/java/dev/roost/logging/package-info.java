/** How log lines leave the process. */
@NullMarked
package dev.roost.logging;

import org.jspecify.annotations.NullMarked;
