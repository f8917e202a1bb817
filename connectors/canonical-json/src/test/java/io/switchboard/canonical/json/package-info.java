@NullMarked
package io.switchboard.canonical.json;

import org.jspecify.annotations.NullMarked;
