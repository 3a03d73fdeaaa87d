// A bedside device as the hospital sees it: it posts through the public endpoint with its real token. The replay goes on beside it.

/** The monitor of a bed. */
export function monitor(server, bed) {
  const { device_id: id, token } = server.devices().find((device) => device.bed === bed);
  return new Monitor(server, bed, id, token);
}

/** A machine for which an administrator made a token on the page. */
export const machine = (server, name, id, token) => new Monitor(server, name, id, token);

class Monitor {
  constructor(server, bed, id, token) {
    Object.assign(this, { server, bed, id, token, seq: Date.now() });
  }

  /**
   * Posts one reading and answers when it is durable. `ahead`: by how many seconds the device's clock is fast; ten minutes are
   * allowed, and until then the replay's own readings are older and do not end an alarm.
   */
  async post(values, { ahead = 0 } = {}) {
    this.seq += 1;
    const taken_at = new Date(Date.now() + ahead * 1000).toISOString();
    const answer = await fetch(`${this.server.url}/api/v1/devices/${this.id}/readings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ seq: this.seq, taken_at, ...values }),
    });
    const said = await answer.json();
    if (!answer.ok || said.accepted !== 1) throw new Error(`The reading of ${this.bed} was not accepted: ${answer.status} ${JSON.stringify(said)}`);
    return taken_at;
  }

  /** Posts what one channel drew without a gap; answers when its last sample was taken, in milliseconds. `at`: when the first was. */
  async draw(channel, samples, { at, hz = 125, step = 0.005 }) {
    const answer = await fetch(`${this.server.url}/api/v1/devices/${this.id}/waves`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ chunks: [{ channel, started_at: new Date(at).toISOString(), hz, step, samples }] }),
    });
    const said = await answer.json();
    if (!answer.ok || said.accepted !== 1) throw new Error(`The curve of ${this.bed} was not accepted: ${answer.status} ${JSON.stringify(said)}`);
    return at + (samples.length * 1_000) / hz;
  }
}
