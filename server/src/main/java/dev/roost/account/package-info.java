/** Who you are: registering, logging in at either door, and the tokens that prove it. */
@NullMarked
package dev.roost.account;

import org.jspecify.annotations.NullMarked;
