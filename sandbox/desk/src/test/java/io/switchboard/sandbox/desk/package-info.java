@NullMarked
package io.switchboard.sandbox.desk;

import org.jspecify.annotations.NullMarked;
