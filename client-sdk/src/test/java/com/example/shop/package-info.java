/** The examples, and what holds that they do what they say. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
