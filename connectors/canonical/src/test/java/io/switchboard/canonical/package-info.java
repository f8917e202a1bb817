@NullMarked
package io.switchboard.canonical;

import org.jspecify.annotations.NullMarked;
