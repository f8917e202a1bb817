@NullMarked
package io.switchboard.sandbox.desk.core;

import org.jspecify.annotations.NullMarked;
