package io.switchboard.canonical.json;

import io.switchboard.canonical.AttachmentState;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Channel;
import io.switchboard.canonical.ConsentState;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.OutboundOutcome;
import io.switchboard.canonical.Precision;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.canonical.ReferenceKind;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TicketPolicy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names of an enum's values in JSON, and what a value from the future means to this version.
 *
 * <p>Open enums grow within a major version. An unknown value reads as the most cautious of those known, listed in
 * {@link #OPEN}. The others are closed, because guessing would show what is private, or erase what was not asked for:
 * {@code Direction}, {@code Visibility}, {@code ConsentPurpose}, {@code PrivacyRequestKind}, {@code TicketState}. An unknown value of a closed enum is
 * unreadable, and adding one takes a new major version. Unknown {@code MessageFlag}s are passed over.
 */
final class EnumNames<E extends Enum<E>> {

    static final Map<Class<?>, Enum<?>> OPEN = Map.ofEntries(
            Map.entry(AttachmentState.class, AttachmentState.PENDING),
            Map.entry(AuthorKind.class, AuthorKind.OTHER_APP),
            Map.entry(BlockedReason.class, BlockedReason.NOT_SUPPORTED),
            Map.entry(Channel.class, Channel.CUSTOM),
            Map.entry(ConsentState.class, ConsentState.UNKNOWN),
            Map.entry(HealthState.class, HealthState.DEGRADED),
            Map.entry(MediaKind.class, MediaKind.FILE),
            Map.entry(OutboundOutcome.class, OutboundOutcome.UNCONFIRMED),
            Map.entry(Precision.class, Precision.UNKNOWN),
            Map.entry(ReceiptState.class, ReceiptState.ACCEPTED),
            Map.entry(RecipientRole.class, RecipientRole.CC),
            Map.entry(ReferenceKind.class, ReferenceKind.REPLY),
            Map.entry(Surface.class, Surface.CUSTOM_MESSAGE),
            Map.entry(TicketPolicy.class, TicketPolicy.NONE));

    private final Map<String, E> byName;
    private final Optional<E> fallback;

    private EnumNames(Class<E> type) {
        byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(EnumNames::of, Function.identity()));
        fallback = Optional.ofNullable(OPEN.get(type)).map(type::cast);
    }

    static <E extends Enum<E>> EnumNames<E> of(Class<E> type) {
        return new EnumNames<>(type);
    }

    static String of(Enum<?> value) {
        return switch (value) {
            case Surface surface -> surface.wireName();
            case Precision precision when precision == Precision.SECONDS -> "s";
            case Precision precision when precision == Precision.MILLISECONDS -> "ms";
            default -> value.name().toLowerCase(Locale.ROOT);
        };
    }

    Set<String> names() {
        return byName.keySet();
    }

    Optional<E> known(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The value, or what stands in for it; empty only for a closed enum. */
    Optional<E> read(String name) {
        return known(name).or(() -> fallback);
    }
}
