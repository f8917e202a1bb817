/**
 * The other side of Shopify: {@link io.switchboard.sandbox.platforms.shopify.ShopifyShop} answers look-ups of a small
 * demo shop over the Admin REST and GraphQL APIs, {@link io.switchboard.sandbox.platforms.shopify.ShopifyCaller} delivers
 * the shop's webhooks, signed as Shopify signs.
 *
 * <p>Written from the public pages under <a href="https://shopify.dev/docs/api">shopify.dev/docs</a>; the README of this
 * module lists them, with what is left out.
 */
@NullMarked
package io.switchboard.sandbox.platforms.shopify;

import org.jspecify.annotations.NullMarked;
