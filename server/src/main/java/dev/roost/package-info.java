/** Roost: accounts, a product catalogue and a microblog behind one HTTP service. */
@NullMarked
package dev.roost;

import org.jspecify.annotations.NullMarked;
