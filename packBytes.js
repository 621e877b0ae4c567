/** The shortest copy that is worth its three bytes, and how far back one may reach. */
const shortest = 4;
const window = 65535;
/** Earlier places that are looked at for each byte. */
const looks = 512;

/**
 * Packs bytes for `unpackBytes`: again and again the count of literal bytes, these, and the length and distance of a
 * copy from what was unpacked before. A sequence begins with both counts in one byte, four bits each; 15 says that bytes
 * follow that are added, up to the first below 255.
 */
function packBytes(bytes) {
  const packed = [];
  const places = new Map();
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const copy = longestCopy(bytes, at, places);
    const later = copy.length >= shortest && at + 1 < bytes.length ? longestCopy(bytes, at + 1, places) : undefined;
    if (copy.length < shortest || (later && later.length > copy.length + 1)) {
      remember(bytes, at++, places);
      continue;
    }
    writeSequence(packed, bytes.subarray(from, at), copy);
    for (const end = at + copy.length; at < end; at++) remember(bytes, at, places);
    from = at;
  }
  writeSequence(packed, bytes.subarray(from), { length: shortest, distance: 0 });
  return Uint8Array.from(packed);
}

function keyAt(bytes, at) {
  return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
}

function remember(bytes, at, places) {
  const key = keyAt(bytes, at);
  if (!places.has(key)) places.set(key, []);
  places.get(key).push(at);
}

function longestCopy(bytes, at, places) {
  let best = { length: 0, distance: 0 };
  for (const place of (places.get(keyAt(bytes, at)) ?? []).slice(-looks)) {
    if (at - place > window) continue;
    let length = 0;
    while (at + length < bytes.length && bytes[place + length] === bytes[at + length]) length++;
    if (length >= best.length) best = { length, distance: at - place };
  }
  return best;
}

function writeSequence(packed, literals, { length, distance }) {
  const counts = [literals.length, length - shortest];
  packed.push((Math.min(counts[0], 15) << 4) | Math.min(counts[1], 15));
  writeRest(packed, counts[0]);
  packed.push(...literals, distance & 255, distance >> 8);
  writeRest(packed, counts[1]);
}

function writeRest(packed, count) {
  if (count < 15) return;
  let rest = count - 15;
  for (; rest >= 255; rest -= 255) packed.push(255);
  packed.push(rest);
}

module.exports = { packBytes };
