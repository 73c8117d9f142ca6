/** How passwords are hashed and verified. */
@NullMarked
package dev.roost.account.password;

import org.jspecify.annotations.NullMarked;
