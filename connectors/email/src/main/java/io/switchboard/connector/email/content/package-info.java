/**
 * What a person sees of a mail: texts, sanitised HTML, appointments, cards and files, in reading order. {@code ContentReader} walks the
 * parts; {@code NewWords} tells, by package {@code quotation}, what was written this time.
 */
@NullMarked
package io.switchboard.connector.email.content;

import org.jspecify.annotations.NullMarked;
