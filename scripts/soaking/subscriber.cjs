// One live connection of a browser: graphql-transport-ws over a socket of Node's own, with no library between.
'use strict';
const { createHash, randomBytes } = require('node:crypto');
const { request } = require('node:http');

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** A frame as a client sends it: masked, and short. */
function frame(kind, payload) {
  const mask = randomBytes(4);
  const head = payload.length < 126 ? Buffer.from([0x80 | kind, 0x80 | payload.length]) : Buffer.alloc(4);
  if (payload.length >= 126) {
    head.writeUInt16BE(((0x80 | kind) << 8) | 0x80 | 126, 0);
    head.writeUInt16BE(payload.length, 2);
  }
  const masked = Buffer.from(payload);
  for (let i = 0; i < masked.length; i++) masked[i] ^= mask[i & 3];
  return Buffer.concat([head, mask, masked]);
}

/** Takes whole frames off the front of what has arrived: [kind, payload] each, and what is left. */
function frames(arrived) {
  const found = [];
  let at = 0;
  while (arrived.length - at >= 2) {
    const short = arrived[at + 1] & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (arrived.length - at < head) break;
    const length =
      short === 126 ? arrived.readUInt16BE(at + 2) : short === 127 ? Number(arrived.readBigUInt64BE(at + 2)) : short;
    if (arrived.length - at < head + length) break;
    found.push([arrived[at] & 0x0f, arrived.subarray(at + head, at + head + length)]);
    at += head + length;
  }
  return [found, arrived.subarray(at)];
}

/**
 * Follows the viewer's work from an address of this machine. Resolves once the stream has begun; each change goes to `heard`,
 * and the code with which the server closed to `closed`.
 */
function follow({ origin, cookie, membership, address, heard, closed }) {
  const key = randomBytes(16).toString('base64');
  const expected = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
    'sec-websocket-protocol': 'graphql-transport-ws',
    origin,
    cookie,
  };
  return new Promise((begun, failed) => {
    const asked = request(`${origin}/graphql`, { headers, localAddress: address, agent: false });
    asked.once('error', failed);
    asked.once('response', (answer) => failed(new Error(`a socket was refused with ${answer.statusCode}`)));
    asked.once('upgrade', (answer, socket, first) => {
      if (answer.headers['sec-websocket-accept'] !== expected) return failed(new Error('not a socket'));
      const say = (message) => socket.write(frame(TEXT, Buffer.from(JSON.stringify(message))));
      const hear = (message) => {
        if (message.type === 'connection_ack') {
          say({ type: 'subscribe', id: '1', payload: { query: 'subscription { workChanged { at kind subjectId } }' } });
        } else if (message.type === 'next' && message.payload.data?.workChanged?.kind === 'READY') {
          begun({ leave: () => socket.destroy() });
        } else if (message.type === 'next' && message.payload.data?.workChanged) {
          heard(message.payload.data.workChanged);
        } else {
          failed(new Error(`a stream did not begin: ${JSON.stringify(message)}`));
          heard(null);
        }
      };
      let code = 0;
      let waiting = Buffer.alloc(0);
      const take = (more) => {
        const [found, rest] = frames(waiting.length ? Buffer.concat([waiting, more]) : more);
        waiting = Buffer.from(rest);
        for (const [kind, payload] of found) {
          if (kind === TEXT) hear(JSON.parse(payload.toString()));
          else if (kind === PING) socket.write(frame(PONG, payload));
          else if (kind === CLOSE) {
            code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
            socket.end(frame(CLOSE, payload.subarray(0, 2)));
          }
        }
      };
      socket.setNoDelay(true);
      socket.on('data', take);
      socket.on('error', () => {});
      socket.once('close', () => (failed(new Error(`closed with ${code}`)), closed(code)));
      if (first.length) take(first);
      say({ type: 'connection_init', payload: membership ? { 'Ridgeway-Membership': membership } : {} });
    });
    asked.end();
  });
}

module.exports = { follow };
