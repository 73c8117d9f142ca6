/** What wraps every request and knows no feature. */
@NullMarked
package dev.roost.http;

import org.jspecify.annotations.NullMarked;
