/** Web pages for merchants and operators, rendered on the server. */
@NullMarked
package io.switchboard.gateway.console;

import org.jspecify.annotations.NullMarked;
