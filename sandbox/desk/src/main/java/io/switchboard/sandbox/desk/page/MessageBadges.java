package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.core.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reader should know about a message beyond its words. */
final class MessageBadges {

    private MessageBadges() {}

    static List<Badge> of(Words words) {
        var badges = new ArrayList<Badge>();
        if (!words.earlier().isEmpty() && !words.takenBack()) {
            badges.add(Badge.plain("edited", "The words have changed since it was first published"));
        }
        words.message().ifPresent(message -> {
            addCircumstances(message, badges);
            message.context().ifPresent(context -> addContext(context, badges));
        });
        return badges;
    }

    private static void addCircumstances(Message message, List<Badge> badges) {
        if (message.late()) {
            badges.add(Badge.plain("late", "It happened before something that was published earlier"));
        }
        switch (message.visibility()) {
            case "public" -> badges.add(new Badge("public", "warn", "Everybody can read it"));
            case "internal" -> badges.add(Badge.plain("internal", "Customers do not see it"));
            default -> {}
        }
        message.flags().entrySet().stream()
                .filter(Map.Entry::getValue)
                .sorted(Map.Entry.comparingByKey())
                .forEach(flag -> badges.add(Badge.plain(flag.getKey().replace('_', ' '), "Said by the platform")));
    }

    private static void addContext(Message.Context context, List<Badge> badges) {
        context.referral()
                .ifPresent(referral -> badges.add(Badge.plain(
                        "from " + referral.sourceType().replace('_', ' '),
                        referral.headline().or(referral::url).orElse("What brought the customer"))));
        context.orderReferences().forEach(order -> badges.add(Badge.plain("order " + order, "Named in the message")));
    }
}
