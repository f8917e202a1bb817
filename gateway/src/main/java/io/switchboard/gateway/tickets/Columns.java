package io.switchboard.gateway.tickets;

import io.switchboard.gateway.storage.PostgresText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a set-based statement: one text array per column, cast in SQL ({@code unnest(?::uuid[], ?::bigint[])}).
 */
final class Columns {

    private final List<List<@Nullable String>> columns = new ArrayList<>();

    Columns(int count) {
        for (var i = 0; i < count; i++) {
            columns.add(new ArrayList<>());
        }
    }

    Columns row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        for (var i = 0; i < values.length; i++) {
            var value = values[i];
            columns.get(i).add(value == null ? null : PostgresText.plain(value.toString()));
        }
        return this;
    }

    int rows() {
        return columns.getFirst().size();
    }

    boolean isEmpty() {
        return rows() == 0;
    }

    /** The parameters of the statement, in the order of the columns. */
    Object[] parameters() {
        return columns.stream().map(column -> column.toArray(String[]::new)).toArray();
    }

    static Object[] single(Iterable<?> values) {
        var column = new Columns(1);
        values.forEach(column::row);
        return column.parameters();
    }

    @Override
    public String toString() {
        return "Columns[" + columns.size() + " x " + rows() + "]";
    }
}
