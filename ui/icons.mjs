// Draws the sign of public/favicon.svg as PNG, by the distance of each pixel from its shapes.
import { crc32, deflateSync } from 'node:zlib';

export const ICONS = [
  { name: 'icon-180', size: 180, maskable: true },
  { name: 'icon-192', size: 192, maskable: false },
  { name: 'icon-512', size: 512, maskable: false },
  { name: 'icon-maskable-512', size: 512, maskable: true },
];

const GREEN = [0x0f, 0x76, 0x6e];
const WHITE = [0xff, 0xff, 0xff];
const HALF_STROKE = 1;

const arc = (x, y, from, to) =>
  Array.from({ length: 9 }, (_, at) => {
    const angle = from + ((to - from) * at) / 8;
    return [x + 3 * Math.cos(angle), y + 3 * Math.sin(angle)];
  });
const { PI } = Math;
// The speech bubble and the tick in it, in the 32 by 32 of the SVG.
const BUBBLE = [
  ...arc(11, 11.5, PI, 1.5 * PI),
  ...arc(21, 11.5, 1.5 * PI, 2 * PI),
  ...arc(21, 17.5, 0, 0.5 * PI),
  [15, 20.5],
  [10.5, 24.1],
  [10.5, 20.5],
  ...arc(11, 17.5, 0.55 * PI, PI),
];
const TICK = [
  [12.5, 14.5],
  [14.9, 16.9],
  [19.5, 12.1],
];
const LINES = [...segments([...BUBBLE, BUBBLE[0]]), ...segments(TICK)];

function segments(points) {
  return points.slice(1).map((end, at) => [points[at], end]);
}

function toSegment(x, y, [[x1, y1], [x2, y2]]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** How far outside a square of 32 with round corners; negative inside. */
function toSquare(x, y) {
  const [dx, dy] = [Math.abs(x - 16) - 7, Math.abs(y - 16) - 7];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - 9;
}

/** One icon. A maskable one fills its whole square, with the sign small enough for any mask. */
export function png(size, maskable) {
  const unit = (maskable ? 40 : 32) / size;
  const shift = maskable ? 4 : 0;
  const inside = (distance) => Math.max(0, Math.min(1, 0.5 - distance / unit));
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0, at = 0; row < size; row++) {
    at++; // Each row begins with its filter: none.
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + 0.5) * unit - shift, (row + 0.5) * unit - shift];
      const sign = inside(Math.min(...LINES.map((line) => toSegment(x, y, line))) - HALF_STROKE);
      GREEN.forEach((green, channel) => (rows[at++] = Math.round(green + (WHITE[channel] - green) * sign)));
      rows[at++] = maskable ? 255 : Math.round(255 * inside(toSquare(x, y)));
    }
  }
  return file(size, rows);
}

function file(size, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
