// The bell, and beside it the mark of messages, ask how many wait: when the page comes into view, each minute while it is seen (the alarms every few seconds), and when another tab knows another number.
// Alarms that nobody could ask for are not those of now: after two misses, and where the session is over, it is said once and stands there until an answer comes.
const zone = document.querySelector('time[data-zone]')?.dataset.zone || undefined;
const clock = (at) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);

for (const bell of document.querySelectorAll('.bell[data-door], .alarm-counts')) {
  const every = Number(bell.dataset.every ?? 60_000);
  const most = Number(bell.dataset.most ?? 600_000);
  const says = document.getElementById(`${bell.id}-says`);
  const tabs = new BroadcastChannel(`wl${bell.dataset.door}`);
  const shown = () => bell.querySelector('[data-count]');
  const count = () => Number(shown().dataset.count);
  let wait = every;
  let known = Date.now();
  let missed = 0;
  let timer;
  let over;
  let busy;

  // Not all screens of a ward in the same moment.
  const later = () => (timer = setTimeout(ask, wait * (0.9 + Math.random() / 5)));

  function stale() {
    if (!bell.dataset.stale || bell.dataset.since) return;
    bell.dataset.since = bell.dataset.stale.replace('{at}', clock(known));
    bell.classList.add('alarm-counts--stale');
    says.ariaLive = 'assertive';
    says.textContent = bell.dataset.since;
  }

  function current() {
    known = Date.now();
    missed = 0;
    wait = every;
    if (!bell.dataset.since) return;
    delete bell.dataset.since;
    bell.classList.remove('alarm-counts--stale');
    says.textContent = '';
  }

  async function ask() {
    clearTimeout(timer);
    if (over || busy || document.hidden) return;
    busy = true;
    const before = count();
    try {
      // A server that hangs is a server that does not answer.
      const answer = await fetch(`${bell.dataset.door}?known=${before}`, { redirect: 'manual', signal: AbortSignal.timeout(every * 2) });
      over = answer.type === 'opaqueredirect' || answer.status === 401;
      const drawn = answer.status === 200 ? await answer.text() : undefined;
      if (over) stale();
      else if (drawn === undefined && answer.status !== 204) throw answer.status;
      else current();
      if (drawn !== undefined) {
        bell.innerHTML = drawn;
        says.ariaLive = shown().dataset.live ?? 'polite';
        if (count() > before) says.textContent = shown().textContent;
        tabs.postMessage(count());
      }
    } catch {
      missed += 1;
      if (missed > 1) stale();
      wait = Math.min(wait * 2, most);
    }
    busy = false;
    if (!over) later();
  }

  tabs.onmessage = ({ data }) => data !== count() && ask();
  document.addEventListener('visibilitychange', ask);
  tabs.postMessage(count());
  later();
}
