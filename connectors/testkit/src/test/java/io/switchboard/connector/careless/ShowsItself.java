package io.switchboard.connector.careless;

public final class ShowsItself {

    private ShowsItself() {}
}
