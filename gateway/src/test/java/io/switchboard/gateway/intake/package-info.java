@NullMarked
package io.switchboard.gateway.intake;

import org.jspecify.annotations.NullMarked;
