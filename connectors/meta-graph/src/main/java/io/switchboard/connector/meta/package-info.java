/**
 * What Meta's platforms share, whatever is talked about: how deliveries are signed ({@link
 * io.switchboard.connector.meta.MetaSignature}), how a hook proves whose it is ({@link
 * io.switchboard.connector.meta.MetaHandshake}), how a delivery is packed ({@link io.switchboard.connector.meta.MetaEnvelope})
 * and how the Graph API is called and answers ({@link io.switchboard.connector.meta.GraphClient}).
 *
 * <p>Nothing here knows a message, a comment or a phone number; that is for the connectors above it.
 */
@NullMarked
package io.switchboard.connector.meta;

import org.jspecify.annotations.NullMarked;
