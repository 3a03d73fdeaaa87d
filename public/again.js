// What moves on a page that has no program: a part that the server draws anew. It is asked for every few seconds while somebody looks at the page, and put in where it stood. No form
// stands in such a part, so nothing that is typed is lost. Beside it stands whether it is live; when it is not, the page says since when, and has its link to load it again.
for (const part of document.querySelectorAll('[data-again]:not([data-follows])')) {
  // A page with two such parts names the script twice.
  part.dataset.follows = '';
  const [mark, news, reload] = ['mark', 'news', 'link'].map((name) => document.getElementById(`${part.id}-${name}`));
  const every = Number(part.dataset.every) * 1_000;
  // What the server says of the drawing: of when it is, and what somebody is told who does not see it.
  const drawn = () => part.firstElementChild?.dataset ?? {};
  let told = drawn().news;
  let isLive = true;
  let wait = every;
  let timer;
  let over;
  let busy;

  function says(live) {
    mark.textContent = (live ? drawn().live : drawn().stale) ?? '';
    mark.classList.toggle('live--off', !live);
    reload.hidden = live;
    if (live !== isLive) news.textContent = mark.textContent;
    isLive = live;
  }

  function put(html) {
    const at = part.contains(document.activeElement) ? document.activeElement.getAttribute('href') : undefined;
    part.innerHTML = html;
    // Who stood on a link stands on it again.
    if (at) [...part.querySelectorAll('a[href]')].find((one) => one.getAttribute('href') === at)?.focus({ preventScroll: true });
    says(true);
    if (drawn().news !== told) news.textContent = told = drawn().news;
  }

  async function ask() {
    clearTimeout(timer);
    if (over || busy || document.hidden) return;
    busy = true;
    try {
      const answer = await fetch(part.dataset.again, { redirect: 'manual', signal: AbortSignal.timeout(8_000) });
      // Signed out, or it is theirs no longer: the link leads on.
      over = answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status);
      if (answer.status !== 200) throw answer.status;
      put(await answer.text());
      wait = every;
    } catch {
      says(false);
      wait = Math.min(wait * 2, 60_000);
    }
    busy = false;
    // Not all screens of a unit in the same moment.
    if (!over) timer = setTimeout(ask, wait * (0.9 + Math.random() / 5));
  }

  document.addEventListener('visibilitychange', ask);
  says(true);
  timer = setTimeout(ask, every);
}
