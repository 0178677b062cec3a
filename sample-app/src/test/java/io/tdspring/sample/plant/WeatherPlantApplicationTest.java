// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tdspring.client.TdengineClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plant as its visitor sees it, and as an outsider sees its server. Expected values come from the files. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"tdengine.embedded.port=0", "plant.replay.tick=1ms", "plant.replay.rows-per-tick=500"})
class WeatherPlantApplicationTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private TdengineClient client;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void waitUntilAllRowsHaveBeenReceived() throws Exception {
        HttpRequest events =
                request("/api/events").timeout(Duration.ofSeconds(60)).build();
        try (Stream<String> lines =
                http.send(events, HttpResponse.BodyHandlers.ofLines()).body()) {
            boolean complete = lines.filter(line -> line.startsWith("data:"))
                    .map(line -> JSON.readTree(line.substring("data:".length())))
                    .anyMatch(WeatherPlantApplicationTest::isComplete);
            assertThat(complete).isTrue();
        }
    }

    private static boolean isComplete(JsonNode progress) {
        return progress.get("stations")
                .valueStream()
                .allMatch(station -> station.get("receivedRows").asInt()
                        >= station.get("sourceRows").asInt());
    }

    @Test
    void receivesEveryRowOfEachStation() throws Exception {
        assertThat(get("/api/stations")).isEqualTo(JSON.readTree("""
                        [{"station":"seattle-temps","sourceRows":8759,"receivedRows":8759},
                         {"station":"sf-temps","sourceRows":8759,"receivedRows":8759},
                         {"station":"seattle-weather","sourceRows":1461,"receivedRows":1461}]
                        """));
    }

    @Test
    void receivesNoRowTwice(@Autowired Arrivals arrivals) {
        assertThat(arrivals.repeated()).isZero();
    }

    @Test
    void computesTheSameDailyMeansAsTheFiles() throws Exception {
        assertDailyMeans("seattle-temps", 0, 1, "temp");
        assertDailyMeans("sf-temps", 1, 0, "temp");
        assertDailyMeans("seattle-weather", 0, 2, "temp_max");
        assertDailyMeans("seattle-weather", 0, 4, "wind");
    }

    private void assertDailyMeans(String station, int dateCell, int valueCell, String measure) throws Exception {
        Map<String, Double> expected = new TreeMap<>(lines(station).stream()
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(
                        cells -> cells[dateCell].substring(0, 10).replace('/', '-'),
                        Collectors.averagingDouble(cells -> Double.parseDouble(cells[valueCell])))));

        JsonNode daily = get("/api/daily?station=" + station);

        assertThat(daily.valueStream().map(day -> day.get("day").asString()))
                .containsExactlyElementsOf(expected.keySet());
        assertThat(daily.valueStream())
                .allSatisfy(day -> assertThat(day.get(measure).asDouble())
                        .isCloseTo(expected.get(day.get("day").asString()), within(1e-3)));
    }

    private static List<String> lines(String station) throws Exception {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("weather/" + station + ".csv").getInputStream(), StandardCharsets.UTF_8))) {
            return new ArrayList<>(reader.lines().skip(1).toList());
        }
    }

    @Test
    void givesTheHourlyReadingsBehindAnInstant() throws Exception {
        JsonNode all = get("/api/hourly?station=sf-temps");
        long last = all.get(8757).get(0).asLong();

        JsonNode rest = get("/api/hourly?station=sf-temps&after=" + last);

        assertThat(all).hasSize(8759);
        assertThat(all.get(0)).isEqualTo(JSON.readTree("[1262304000000, 47.8]".replace("0000,", "0000.0,")));
        assertThat(rest).hasSize(1);
    }

    @Test
    void letsAnOutsiderCountTheRows() throws Exception {
        String basic = Base64.getEncoder().encodeToString("root:taosdata".getBytes(StandardCharsets.UTF_8));
        HttpRequest count = HttpRequest.newBuilder(URI.create("http://" + client.endpoint() + "/rest/sql"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "select station, count(*) from weather_plant.hourly group by station order by station"))
                .build();

        String body = http.send(count, HttpResponse.BodyHandlers.ofString()).body();

        assertThat(JSON.readTree(body).get("data"))
                .isEqualTo(JSON.readTree("[[\"seattle-temps\",8759],[\"sf-temps\",8759]]"));
    }

    @Test
    void showsTdengineInItsHealth() throws Exception {
        JsonNode tdengine = get("/actuator/health").get("components").get("tdengine");

        assertThat(tdengine.get("status").asString()).isEqualTo("UP");
        assertThat(tdengine.get("details").get("version").asString()).isEqualTo("3.3.7.5");
        assertThat(tdengine.get("details").get("transport").asString()).isEqualTo("websocket");
        assertThat(tdengine.get("details").get("endpoint").asString()).isEqualTo(client.endpoint());
    }

    @Test
    void doesNotKnowOtherStations() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/api/daily?station=x'%20or%20'1'='1".replace("'", "%27"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void showsItsPage() throws Exception {
        HttpResponse<String> page = http.send(request("/").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Weather plant</title>");
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
