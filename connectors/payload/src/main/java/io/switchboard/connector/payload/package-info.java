/**
 * Reading what a platform sends: JSON under hard limits, navigated by path, so that every complaint names the field and no
 * complaint carries its content.
 */
@NullMarked
package io.switchboard.connector.payload;

import org.jspecify.annotations.NullMarked;
