/** The files below {@code /app/}, and how to answer with a file: its validators, conditions and ranges (RFC 9110). */
@NullMarked
package dev.roost.http.staticfiles;

import org.jspecify.annotations.NullMarked;
