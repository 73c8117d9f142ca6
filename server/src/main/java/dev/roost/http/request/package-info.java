/** What a request has to be before a controller sees it. */
@NullMarked
package dev.roost.http.request;

import org.jspecify.annotations.NullMarked;
