/** The smallest connector there can be, and everything that can be wrong with it. */
@NullMarked
package io.switchboard.connector.fake;

import org.jspecify.annotations.NullMarked;
