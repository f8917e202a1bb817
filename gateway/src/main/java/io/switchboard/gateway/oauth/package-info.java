/**
 * Access tokens of connections whose platform wants OAuth 2 (RFC 6749) instead of a password: got with the refresh token before the last one
 * expires, by one caller at a time, and not asked for any more once the platform says that the consent is gone.
 *
 * <p>A connection that sets {@code oauth_token_url} has one; {@code oauth_client_id} and {@code oauth_scope} are settings, {@code oauth_refresh_token} and
 * {@code oauth_client_secret} secrets. Google and Microsoft are the same here but for the address and the scope.
 */
@NullMarked
package io.switchboard.gateway.oauth;

import org.jspecify.annotations.NullMarked;
