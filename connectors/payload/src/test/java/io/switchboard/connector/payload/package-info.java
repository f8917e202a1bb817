@NullMarked
package io.switchboard.connector.payload;

import org.jspecify.annotations.NullMarked;
