/**
 * Shopify: what a shop reports through its webhooks as canonical commerce, consent, privacy and health events, and
 * its orders on request.
 *
 * <p>A delivery carries one resource. {@link io.switchboard.connector.shopify.Topics} says which small translator
 * reads which topic, {@link io.switchboard.connector.shopify.Resource} reads its JSON leniently, {@link
 * io.switchboard.connector.shopify.Arrival} holds what only the headers say, and {@link
 * io.switchboard.connector.shopify.ChangeBuilder} puts the three together.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: webhook topics and payloads</a>
 */
@NullMarked
package io.switchboard.connector.shopify;

import org.jspecify.annotations.NullMarked;
