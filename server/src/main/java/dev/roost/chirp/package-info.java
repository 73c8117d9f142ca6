/** The microblog: chirps that anybody may read and their authors may delete. */
@NullMarked
package dev.roost.chirp;

import org.jspecify.annotations.NullMarked;
