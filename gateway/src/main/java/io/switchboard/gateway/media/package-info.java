/**
 * Files of messages: announced with the message, fetched later, never holding it back.
 *
 * <p>States: pending → fetching → stored, or failed, expired, rejected with a reason. Bytes are kept by their SHA-256 in the blob
 * store; every end is told on {@code tickets} as {@code attachment.updated}.
 */
@NullMarked
package io.switchboard.gateway.media;

import org.jspecify.annotations.NullMarked;
