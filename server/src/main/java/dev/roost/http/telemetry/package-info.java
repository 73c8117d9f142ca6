/** What those who run the service see of its requests: metrics and traces. */
@NullMarked
package dev.roost.http.telemetry;

import org.jspecify.annotations.NullMarked;
