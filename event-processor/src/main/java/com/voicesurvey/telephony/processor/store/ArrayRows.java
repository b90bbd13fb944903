package com.voicesurvey.telephony.processor.store;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows handed to PostgreSQL as one array a column, {@code unnest}ed there: one statement whose text
 * is the same however many rows there are, so that it is parsed and planned once.
 */
final class ArrayRows<T> {
    private static final Name ALIAS = DSL.name("r");

    private final List<T> rows;
    private final List<Name> names = new ArrayList<>();
    private final List<Field<?>> columns = new ArrayList<>();

    ArrayRows(List<T> rows) {
        this.rows = rows;
    }

    /** Adds a column of that field's name and type, and returns the field to refer to it by. */
    <V> Field<V> column(Field<V> like, Function<? super T, ? extends @Nullable V> value) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return add(like, values);
    }

    /** The same for bytes. */
    Field<byte[]> bytes(Field<byte[]> like, Bytes<? super T> value) {
        List<byte @Nullable []> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.of(row)));
        return add(like, values);
    }

    /** The bytes of a row, if it has any. */
    @FunctionalInterface
    interface Bytes<T> {
        byte @Nullable [] of(T row);
    }

    /**
     * What is the same in each row. A select of its own, which PostgreSQL runs once: a parameter's
     * text would be taken apart anew for each row.
     */
    static <V> Field<V> constant(Field<V> like, @Nullable V value) {
        return DSL.field(DSL.select(DSL.val(value, like))).as(like);
    }

    /** The rows as a table, once all columns are added. */
    Table<Record> table() {
        return DSL.select(columns).asTable(ALIAS, names.toArray(Name[]::new));
    }

    private <V> Field<V> add(Field<V> like, List<? extends @Nullable Object> values) {
        names.add(like.getUnqualifiedName());
        columns.add(NativeArray.unnested(like.getDataType(), values));
        return DSL.field(ALIAS.append(like.getUnqualifiedName()), like.getDataType());
    }
}
