@NullMarked
package io.switchboard.connector;

import org.jspecify.annotations.NullMarked;
