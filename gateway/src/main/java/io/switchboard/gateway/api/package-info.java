/**
 * REST for the helpdesk core and for operators. Errors are problem details (RFC 9457).
 */
@NullMarked
package io.switchboard.gateway.api;

import org.jspecify.annotations.NullMarked;
