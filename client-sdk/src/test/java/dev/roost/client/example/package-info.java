/** What the READMEs show, outside the client's own package as any user is. */
@NullMarked
package dev.roost.client.example;

import org.jspecify.annotations.NullMarked;
