@NullMarked
package dev.roost.contract;

import org.jspecify.annotations.NullMarked;
