// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taosdata.jdbc.AbstractConnection;
import com.taosdata.jdbc.enums.SchemalessProtocolType;
import com.taosdata.jdbc.enums.SchemalessTimestampType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schemaless writing by the vendor's own JDBC driver over WebSocket. */
class TaosSchemalessTest {

    private EmbeddedTdengine server;
    private Connection connection;
    private AbstractConnection writer;

    @BeforeEach
    void connect() throws SQLException {
        server = EmbeddedTdengine.builder().start();
        new RestPeer(server).run("/rest/sql", "create database power keep 36500");
        connection = DriverManager.getConnection(
                "jdbc:TAOS-WS://" + server.endpoint() + "/power?user=root&password=taosdata");
        writer = connection.unwrap(AbstractConnection.class);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        server.close();
    }

    private List<String> rows(String sql, int columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(result.getString(i));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    @Test
    void writesLines() throws SQLException {
        writer.write(
                new String[] {
                    "meters,groupid=2,location=Cal current=10.3f32,voltage=219i32,name=\"a b\" 1626006833639",
                    "meters,groupid=2,location=Cal current=10.5f32,voltage=220i32,name=\"longer\" 1626006833640"
                },
                SchemalessProtocolType.LINE,
                SchemalessTimestampType.MILLI_SECONDS);

        assertThat(rows("select cast(_ts as bigint), current, voltage, name, groupid, location from meters", 6))
                .containsExactly("1626006833639 10.3 219 a b 2 Cal", "1626006833640 10.5 220 longer 2 Cal");
    }

    @Test
    void writesTelnetLines() throws SQLException {
        writer.write(
                "metric_telnet 1707095283 4 host0=a interface0=eth0",
                SchemalessProtocolType.TELNET,
                SchemalessTimestampType.NOT_CONFIGURED);

        assertThat(rows("select cast(_ts as bigint), _value, host0, interface0 from metric_telnet", 4))
                .containsExactly("1707095283000 4.0 a eth0");
    }

    @Test
    void writesJson() throws SQLException {
        writer.write(
                "[{\"metric\":\"metric_json\",\"timestamp\":1626846400,\"value\":10.3,"
                        + "\"tags\":{\"groupid\":2,\"location\":\"California.SanFrancisco\",\"id\":\"d1001\"}}]",
                SchemalessProtocolType.JSON,
                SchemalessTimestampType.NOT_CONFIGURED);

        assertThat(rows("select cast(_ts as bigint), _value, location, id from metric_json", 4))
                .containsExactly("1626846400000 10.3 California.SanFrancisco d1001");
    }

    @Test
    void hearsWhatIsWrongWithALine() {
        assertThatThrownBy(() -> writer.write(
                        "st,t1=3i64 c9=300i8 1626006833639",
                        SchemalessProtocolType.LINE,
                        SchemalessTimestampType.MILLI_SECONDS))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("tiny int out of range[-128,127]:300i8 1626006833639");
    }
}
