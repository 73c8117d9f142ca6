/** One line in the log for each request, and the request's id in every line that is logged for it. */
@NullMarked
package dev.roost.http.requestlog;

import org.jspecify.annotations.NullMarked;
