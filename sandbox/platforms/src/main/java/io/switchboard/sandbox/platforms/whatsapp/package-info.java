/**
 * The other side of WhatsApp: {@link io.switchboard.sandbox.platforms.whatsapp.WhatsAppCloud} is the Graph API that a
 * business sends through and the media store behind it; it calls statuses back to the webhook.
 * {@link io.switchboard.sandbox.platforms.whatsapp.WhatsAppCaller} delivers what customers do, signed as Meta signs.
 *
 * <p>Written from Meta's public pages under
 * <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp">business-messaging/whatsapp</a>;
 * the README of this module lists them page by page, with what is left out.
 */
@NullMarked
package io.switchboard.sandbox.platforms.whatsapp;

import org.jspecify.annotations.NullMarked;
