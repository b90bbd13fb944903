package com.voicesurvey.telephony.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.processor.config.DatabaseSettings;
import com.voicesurvey.telephony.processor.config.DatabaseUrl;
import com.voicesurvey.telephony.testbed.Infra;

import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Values of every kind that the tables have, there and back. */
class ArrayRowsIT {
    private static final Field<Integer> PLACE = DSL.field("place", SQLDataType.INTEGER);

    @Test
    void texts_come_as_they_are() {
        comesAsItIs(
                DSL.field("value", SQLDataType.VARCHAR),
                List.of(
                        "",
                        " ",
                        "NULL",
                        "a,b",
                        "{}",
                        "\"quoted\"",
                        "back\\slash",
                        "it's",
                        "\u00e8 \ud83d\ude00"));
    }

    @Test
    void numbers_come_as_they_are() {
        comesAsItIs(
                DSL.field("value", SQLDataType.INTEGER),
                List.of(0, Integer.MIN_VALUE, Integer.MAX_VALUE));
        comesAsItIs(
                DSL.field("value", SQLDataType.BIGINT),
                List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @Test
    void times_and_days_come_as_they_are() {
        comesAsItIs(
                DSL.field("value", SQLDataType.TIMESTAMPWITHTIMEZONE),
                List.of(
                        OffsetDateTime.parse("2026-11-23T07:00:00.123456Z"),
                        OffsetDateTime.parse("1970-01-01T00:00:00.000001Z"),
                        OffsetDateTime.parse("2106-02-07T06:28:15.999999Z")));
        comesAsItIs(
                DSL.field("value", SQLDataType.TIMESTAMPWITHTIMEZONE),
                List.of(
                        OffsetDateTime.parse("0001-01-01T00:00:00Z"),
                        OffsetDateTime.parse("1969-12-31T23:59:59.999999Z"),
                        OffsetDateTime.parse("2106-02-07T06:28:16.000001Z"),
                        OffsetDateTime.parse("9999-12-31T23:59:59.999999Z")));
        comesAsItIs(
                DSL.field("value", SQLDataType.LOCALDATE),
                List.of(LocalDate.parse("2026-11-23"), LocalDate.parse("0001-01-01")));
    }

    @Test
    void ids_and_documents_come_as_they_are() {
        comesAsItIs(
                DSL.field("value", SQLDataType.UUID), List.of(new UUID(0, 0), UUID.randomUUID()));
        comesAsItIs(
                DSL.field("value", SQLDataType.JSON),
                List.of(JSON.json("{\"a\": \"\\\"b\\\\\"}"), JSON.json("[]")));
    }

    @Test
    void bytes_come_as_they_are() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Field<byte[]> value = DSL.field("value", SQLDataType.BLOB);
        var rows = new ArrayRows<>(List.of(0, 1, 2));
        var place = rows.column(PLACE, row -> row);
        var bytes = rows.bytes(value, row -> row == 0 ? all : row == 1 ? new byte[0] : null);
        assertThat(read(rows, place, bytes)).containsExactly(all, new byte[0], null);
    }

    private static <V> void comesAsItIs(Field<V> like, List<V> values) {
        List<@Nullable V> all = new ArrayList<>(values);
        all.add(null);
        var rows = new ArrayRows<>(IntStream.range(0, all.size()).boxed().toList());
        var place = rows.column(PLACE, row -> row);
        var value = rows.column(like, all::get);
        assertThat(read(rows, place, value)).isEqualTo(all);
    }

    private static <V> List<V> read(ArrayRows<Integer> rows, Field<Integer> place, Field<V> value) {
        DatabaseUrl url = DatabaseUrl.parse(Infra.postgres().createDatabase().url());
        try (var pool = ConnectionPool.open(new DatabaseSettings(url, 1, false))) {
            return Database.on(pool)
                    .transaction(
                            tx -> tx.select(value).from(rows.table()).orderBy(place).fetch(value));
        }
    }
}
