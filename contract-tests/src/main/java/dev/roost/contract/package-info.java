/** Tests that any deployment of Roost can be put to, and what runs them. */
@NullMarked
package dev.roost.contract;

import org.jspecify.annotations.NullMarked;
