/** The people and the shop that all simulated platforms know, each under the identifier it uses for them. */
@NullMarked
package io.switchboard.sandbox.platforms.demo;

import org.jspecify.annotations.NullMarked;
