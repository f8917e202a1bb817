package io.switchboard.canonical;

import java.util.Locale;

/** The fine-grained place of a message; its name is {@code channel.place}. Open: consumers accept values they do not know. */
public enum Surface {
    X_MENTION(Channel.X, "mention"),
    X_REPLY(Channel.X, "reply"),
    X_QUOTE(Channel.X, "quote"),
    X_DM(Channel.X, "dm"),
    FACEBOOK_POST(Channel.FACEBOOK, "post"),
    FACEBOOK_COMMENT(Channel.FACEBOOK, "comment"),
    FACEBOOK_AD_COMMENT(Channel.FACEBOOK, "ad_comment"),
    FACEBOOK_MENTION_POST(Channel.FACEBOOK, "mention_post"),
    FACEBOOK_MENTION_COMMENT(Channel.FACEBOOK, "mention_comment"),
    FACEBOOK_RECOMMENDATION(Channel.FACEBOOK, "recommendation"),
    FACEBOOK_MESSENGER(Channel.MESSENGER, "messenger"),
    INSTAGRAM_COMMENT(Channel.INSTAGRAM, "comment"),
    INSTAGRAM_LIVE_COMMENT(Channel.INSTAGRAM, "live_comment"),
    INSTAGRAM_AD_COMMENT(Channel.INSTAGRAM, "ad_comment"),
    INSTAGRAM_MENTION_MEDIA(Channel.INSTAGRAM, "mention_media"),
    INSTAGRAM_MENTION_COMMENT(Channel.INSTAGRAM, "mention_comment"),
    INSTAGRAM_DM(Channel.INSTAGRAM, "dm"),
    INSTAGRAM_STORY_REPLY(Channel.INSTAGRAM, "story_reply"),
    INSTAGRAM_STORY_MENTION(Channel.INSTAGRAM, "story_mention"),
    WHATSAPP_MESSAGE(Channel.WHATSAPP, "message"),
    WHATSAPP_CALL(Channel.WHATSAPP, "call"),
    EMAIL_MESSAGE(Channel.EMAIL, "message"),
    SMS_MESSAGE(Channel.SMS, "message"),
    SMS_MMS(Channel.SMS, "mms"),
    VOICE_CALL(Channel.VOICE, "call"),
    VOICE_VOICEMAIL(Channel.VOICE, "voicemail"),
    COMMERCE_TIMELINE(Channel.COMMERCE, "timeline"),
    COMMERCE_ORDER_MESSAGE(Channel.COMMERCE, "order_message");

    private final Channel channel;
    private final String place;

    Surface(Channel channel, String place) {
        this.channel = channel;
        this.place = place;
    }

    public Channel channel() {
        return channel;
    }

    /** The name on the wire, such as {@code instagram.story_reply}; Messenger counts as {@code facebook.messenger}. */
    public String wireName() {
        var family = channel == Channel.MESSENGER ? "facebook" : channel.name().toLowerCase(Locale.ROOT);
        return family + "." + place;
    }
}
