/** What other services report: Polka, which sells Chirpy Red. */
@NullMarked
package dev.roost.webhook;

import org.jspecify.annotations.NullMarked;
