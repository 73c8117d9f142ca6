/** What becomes of requests and of data when PostgreSQL or the service ends in the middle of it. */
@NullMarked
package dev.roost.fault;

import org.jspecify.annotations.NullMarked;
