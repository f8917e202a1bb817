/**
 * WhatsApp Cloud API: customers write to a merchant's number, statuses tell how far answers got.
 *
 * <p>In: {@link io.switchboard.connector.whatsapp.WhatsAppWebhooks} verifies and splits a delivery; a translator for each kind of
 * element says what it means, and {@link io.switchboard.connector.whatsapp.Findings} keeps one broken element from costing the
 * others. Out: {@link io.switchboard.connector.whatsapp.WhatsAppSender} sends and {@link
 * io.switchboard.connector.whatsapp.WhatsAppErrors} says what a refusal means. {@link
 * io.switchboard.connector.whatsapp.WhatsAppMedia} fetches files by their id.
 *
 * <p>A person may be named by a phone number, by a business-scoped user id (BSUID), by a parent BSUID, or by all of them: {@link
 * io.switchboard.connector.whatsapp.Person}.
 */
@NullMarked
package io.switchboard.connector.whatsapp;

import org.jspecify.annotations.NullMarked;
