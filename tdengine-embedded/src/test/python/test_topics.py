# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""taosws: consuming topics."""

import time
import unittest

import taosws

from server import HOST, PORT, START, DatabaseTestCase

POLLS = 20
SECONDS = 0.5
DROP_SECONDS = 20


class TopicTest(DatabaseTestCase):

    options = "vgroups 1"

    def setUp(self):
        self.consumers = []
        super().setUp()
        self.topic = self.topic_name()
        self.connection.execute("create stable m(ts timestamp, v int, s varchar(20)) tags(g int)")
        self.insert(1, "a")
        self.insert(2, None)

    def topic_name(self):
        return self.database + "_topic"

    def drop_all(self):
        for consumer in self.consumers:
            consumer.unsubscribe()
            consumer.close()
        self.drop_topic()
        super().drop_all()

    def drop_topic(self):
        """The client does not wait until the server knows that a consumer has left."""
        deadline = time.monotonic() + DROP_SECONDS
        while True:
            try:
                self.connection.execute(f"drop topic if exists {self.topic_name()}")
                return
            except taosws.Error as e:
                if "0x03EB" not in str(e) or time.monotonic() > deadline:
                    raise

    def insert(self, value, text):
        literal = "null" if text is None else f"'{text}'"
        self.connection.execute(f"insert into d1 using m tags(1) values({START + value}, {value}, {literal})")

    def create_topic(self, source="select ts, v, s from m"):
        self.connection.execute(f"create topic {self.topic} as {source}")

    def consumer(self, **options):
        consumer = taosws.Consumer(conf={
            "td.connect.websocket.scheme": "ws",
            "td.connect.ip": HOST,
            "td.connect.port": str(PORT),
            "group.id": "g",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": "false",
            **{key.replace("_", "."): value for key, value in options.items()},
        })
        consumer.subscribe([self.topic])
        self.consumers.append(consumer)
        return consumer

    def read(self, consumer, rows):
        """The rows that come until there are so many."""
        values = []
        for _ in range(POLLS):
            if len(values) >= rows:
                break
            message = consumer.poll(SECONDS)
            if message is None:
                continue
            for block in message:
                values += [row[1:] for row in block.fetchall()]
            consumer.commit(message)
        return values

    def vgroup(self, consumer):
        (topic,) = consumer.assignment()
        self.assertEqual(topic.topic(), self.topic)
        (vgroup,) = topic.assignments()
        return vgroup

    def test_reads_the_rows_of_a_query(self):
        self.create_topic()
        self.assertEqual(self.read(self.consumer(), 2), [(1, "a"), (2, None)])

    def test_reads_rows_that_come_later(self):
        self.create_topic()
        consumer = self.consumer()
        self.read(consumer, 2)
        self.insert(3, "later")
        self.assertEqual(self.read(consumer, 1), [(3, "later")])

    def test_lists_its_topics(self):
        self.create_topic()
        self.assertEqual(self.consumer().list_topics(), [self.topic])

    def test_names_the_source_of_a_message(self):
        self.create_topic()
        consumer = self.consumer()
        message = next(filter(None, (consumer.poll(SECONDS) for _ in range(POLLS))))
        self.assertEqual((message.topic(), message.database()), (self.topic, self.database))
        self.assertEqual(message.vgroup(), self.vgroup(consumer).vg_id())

    def test_goes_on_after_what_is_committed(self):
        self.create_topic()
        first = self.consumer()
        self.read(first, 2)
        first.unsubscribe()
        first.close()
        self.consumers.remove(first)
        self.insert(3, "new")
        self.assertEqual(self.read(self.consumer(), 1), [(3, "new")])

    def test_tells_committed_offset_and_position(self):
        self.create_topic()
        consumer = self.consumer()
        self.read(consumer, 2)
        vgroup = self.vgroup(consumer)
        position = consumer.position(self.topic, vgroup.vg_id())
        self.assertEqual(consumer.committed(self.topic, vgroup.vg_id()), position)
        self.assertEqual(position, vgroup.end())

    def test_seeks_to_the_beginning(self):
        self.create_topic()
        consumer = self.consumer()
        self.read(consumer, 2)
        vgroup = self.vgroup(consumer)
        consumer.seek(self.topic, vgroup.vg_id(), vgroup.begin())
        self.assertEqual(self.read(consumer, 2), [(1, "a"), (2, None)])

    def test_commits_an_offset(self):
        self.create_topic()
        consumer = self.consumer()
        self.read(consumer, 2)
        vgroup = self.vgroup(consumer)
        consumer.commit_offset(self.topic, vgroup.vg_id(), vgroup.begin())
        self.assertEqual(consumer.committed(self.topic, vgroup.vg_id()), vgroup.begin())

    def test_starts_at_the_end_if_asked_to(self):
        self.create_topic()
        consumer = self.consumer(auto_offset_reset="latest")
        self.assertIsNone(consumer.poll(SECONDS))
        self.insert(3, "new")
        self.assertEqual(self.read(consumer, 1), [(3, "new")])

    def test_reads_the_rows_of_a_super_table(self):
        self.create_topic("stable m")
        self.assertEqual([row[:2] for row in self.read(self.consumer(), 2)], [(1, "a"), (2, None)])

    def test_reads_the_rows_of_a_database(self):
        self.create_topic(f"database {self.database}")
        self.assertEqual([row[:2] for row in self.read(self.consumer(), 2)], [(1, "a"), (2, None)])

    def test_reads_rows_of_a_topic_with_meta(self):
        self.connection.execute(f"create topic {self.topic} with meta as database {self.database}")
        self.assertEqual([row[:2] for row in self.read(self.consumer(), 2)], [(1, "a"), (2, None)])

    def test_refuses_an_unknown_topic(self):
        self.topic = "nosuch"
        with self.assertRaisesRegex(taosws.Error, "0x03E1"):
            self.consumer()


if __name__ == "__main__":
    unittest.main()
