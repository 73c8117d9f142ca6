/** Who you are: registering, logging in, and the access tokens that prove it. */
@NullMarked
package dev.roost.account;

import org.jspecify.annotations.NullMarked;
