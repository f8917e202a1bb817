/** Tests of access tokens. */
@NullMarked
package io.switchboard.gateway.oauth;

import org.jspecify.annotations.NullMarked;
