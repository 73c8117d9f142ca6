/** Errors: every refusal, whichever layer raises it, as one RFC 9457 problem document. */
@NullMarked
package dev.roost.http.problem;

import org.jspecify.annotations.NullMarked;
