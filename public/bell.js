// The bell, and beside it the mark of messages, ask how many wait: when the page comes into view, each minute while it is seen (the alarms every few seconds), and when another tab knows another number.
for (const bell of document.querySelectorAll('.bell[data-door], .alarm-counts')) {
  const every = Number(bell.dataset.every ?? 60_000);
  const says = document.getElementById(`${bell.id}-says`);
  const tabs = new BroadcastChannel(`wl${bell.dataset.door}`);
  const shown = () => bell.querySelector('[data-count]');
  const count = () => Number(shown().dataset.count);
  let wait = every;
  let timer;
  let over;
  let busy;

  // Not all screens of a ward in the same moment.
  const later = () => (timer = setTimeout(ask, wait * (0.9 + Math.random() / 5)));

  async function ask() {
    clearTimeout(timer);
    if (over || busy || document.hidden) return;
    busy = true;
    const before = count();
    try {
      const answer = await fetch(`${bell.dataset.door}?known=${before}`, { redirect: 'manual' });
      over = answer.type === 'opaqueredirect' || answer.status === 401;
      if (answer.status === 200) {
        bell.innerHTML = await answer.text();
        says.ariaLive = shown().dataset.live ?? 'polite';
        if (count() > before) says.textContent = shown().textContent;
        tabs.postMessage(count());
      } else if (!over && answer.status !== 204) throw answer.status;
      wait = every;
    } catch {
      wait = Math.min(wait * 2, 600_000);
    }
    busy = false;
    if (!over) later();
  }

  tabs.onmessage = ({ data }) => data !== count() && ask();
  document.addEventListener('visibilitychange', ask);
  tabs.postMessage(count());
  later();
}
