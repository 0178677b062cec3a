'use strict';

// Two plots that grow while the listener receives, and a table of what it has received.

const YEAR_START = Date.UTC(2010, 0, 1);
const YEAR_END = Date.UTC(2011, 0, 1);
const MARGIN = { left: 38, right: 8, top: 8, bottom: 22 };

class Plot {
  constructor(station) {
    this.station = station;
    this.canvas = document.getElementById(station);
    this.hours = [];
    this.days = [];
    this.received = -1;
    this.loading = false;
  }

  /** Asks for what is new; hourly points are asked for from the last one on, means are computed by TDengine each time. */
  async refresh(received) {
    if (this.loading || received === this.received) {
      return;
    }
    this.loading = true;
    try {
      const after = this.hours.length ? this.hours[this.hours.length - 1][0] : 0;
      const [hours, days] = await Promise.all([
        getJson(`api/hourly?station=${this.station}&after=${after}`),
        getJson(`api/daily?station=${this.station}`),
      ]);
      this.hours.push(...hours);
      this.days = days;
      this.received = received;
      this.draw();
    } finally {
      this.loading = false;
    }
  }

  draw() {
    const scale = window.devicePixelRatio || 1;
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    const pen = this.canvas.getContext('2d');
    pen.scale(scale, scale);
    pen.font = '11px system-ui, sans-serif';
    const x = (time) => MARGIN.left + (time - YEAR_START) / (YEAR_END - YEAR_START) * (width - MARGIN.left - MARGIN.right);
    const y = (temp) => height - MARGIN.bottom - (temp - 30) / 60 * (height - MARGIN.top - MARGIN.bottom);
    drawAxes(pen, x, y, width);
    drawLine(pen, this.hours.map(([time, temp]) => [x(time), y(temp)]), 'var(--hour)', 1);
    const noon = 12 * 3600 * 1000;
    drawLine(pen, this.days.map((day) => [x(Date.parse(day.day) + noon), y(day.temp)]), 'var(--mean)', 1.6);
  }
}

function drawAxes(pen, x, y, width) {
  pen.strokeStyle = css('var(--line)');
  pen.fillStyle = '#5b6875';
  pen.lineWidth = 1;
  for (let temp = 30; temp <= 90; temp += 15) {
    pen.beginPath();
    pen.moveTo(MARGIN.left, y(temp));
    pen.lineTo(width - MARGIN.right, y(temp));
    pen.stroke();
    pen.fillText(`${temp} °F`, 2, y(temp) + 4);
  }
  for (let month = 0; month < 12; month++) {
    const start = Date.UTC(2010, month, 1);
    pen.fillText(new Date(start).toLocaleString('en', { month: 'short', timeZone: 'UTC' }), x(start), y(30) + 16);
  }
}

function drawLine(pen, points, colour, lineWidth) {
  pen.strokeStyle = css(colour);
  pen.lineWidth = lineWidth;
  pen.beginPath();
  points.forEach(([px, py], i) => (i ? pen.lineTo(px, py) : pen.moveTo(px, py)));
  pen.stroke();
}

function css(colour) {
  return getComputedStyle(document.documentElement).getPropertyValue(colour.slice(4, -1)).trim();
}

async function getJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`${url}: ${answer.status}`);
  }
  return answer.json();
}

function showTable(progress) {
  const rows = progress.stations.map((station) => {
    const row = document.createElement('tr');
    for (const text of [station.station, station.sourceRows.toLocaleString('en'), station.receivedRows.toLocaleString('en')]) {
      row.insertCell().textContent = text;
    }
    const bar = document.createElement('progress');
    bar.max = station.sourceRows;
    bar.value = station.receivedRows;
    row.insertCell().append(bar);
    return row;
  });
  document.getElementById('stations').replaceChildren(...rows);
  document.getElementById('repeated').textContent = progress.repeatedRows;
  document.getElementById('lag').textContent = progress.lag ?? 'unknown';
}

function showState(text, className) {
  const state = document.getElementById('state');
  state.textContent = text;
  state.className = className;
}

const plots = [new Plot('seattle-temps'), new Plot('sf-temps')];
window.addEventListener('resize', () => plots.forEach((plot) => plot.draw()));

const events = new EventSource('api/events');
events.addEventListener('progress', (event) => {
  const progress = JSON.parse(event.data);
  const complete = progress.stations.every((station) => station.receivedRows === station.sourceRows);
  showState(complete ? 'all rows received' : 'live', 'live');
  showTable(progress);
  if (complete && progress.lag === 0) {
    // Nothing more is to come: the files have been played, and every row has arrived.
    events.close();
  }
  for (const plot of plots) {
    const station = progress.stations.find((candidate) => candidate.station === plot.station);
    plot.refresh(station.receivedRows).catch((error) => showState(error.message, 'waiting'));
  }
});
events.onerror = () => showState('connection lost, trying again …', 'waiting');
