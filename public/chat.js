// One conversation: holds its socket, puts in what the server draws anew when something came or was seen, shows that the other writes and is here, and sends without leaving the
// page. Without a script the form sends and the page shows what has come when it is loaded again.
(() => {
  const talk = document.getElementById('conversation');
  if (!talk?.dataset.socket) return;
  const [lines, form, here, news] = [talk.querySelector('.chat__lines'), ...['write', 'here', 'talk-news'].map((id) => document.getElementById(id))];
  const mark = new BroadcastChannel(`wl${talk.dataset.count}`);
  let socket;
  let you;
  let wait = 1_000;
  let busy;
  let again;
  let writes;
  let told = 0;
  let untold = 0;
  let seen = 0;

  // Whether it was said: without a connection nothing is.
  function say(wish) {
    const open = socket?.readyState === WebSocket.OPEN;
    if (open) socket.send(JSON.stringify(wish));
    return open;
  }

  function connect() {
    const door = new URL(talk.dataset.socket, location.href);
    door.protocol = door.protocol.replace('http', 'ws');
    socket = new WebSocket(door);
    socket.onmessage = ({ data }) => hear(JSON.parse(data));
    socket.onclose = ({ code }) => {
      presence(false);
      // Signed out: what is written stays on the page, and sending it leads to the sign-in and back.
      if (code === 4001) return;
      setTimeout(connect, wait * (0.9 + Math.random() / 5));
      wait = Math.min(wait * 2, 60_000);
    };
  }

  function hear(message) {
    const [kind, what] = Object.entries(message)[0];
    const acts = {
      hello: () => {
        wait = 1_000;
        you = what.you;
        presence(what.with.here);
        // Who wrote on while there was no connection still does.
        if (Date.now() - untold < 3_000 && say('typing')) told = Date.now();
      },
      // What came or was seen between the drawing of the page and this.
      history: draw,
      message: () => {
        if (what.by !== you) {
          writing(false);
          news.textContent = talk.dataset.new;
        }
        draw();
      },
      seen: draw,
      typing: () => what.by !== you && writing(true),
      presence: () => presence(what.here),
      sent: () => what.key === form?.elements.key.value && sent(),
      // The server draws the form anew with what is wrong; the message has its number, so that it stands once.
      refused: () => what.key && form?.submit(),
      ping: () => say('pong'),
    };
    acts[kind]?.();
  }

  function presence(is) {
    here.textContent = is ? here.dataset.here : here.dataset.away;
  }

  function writing(is) {
    clearTimeout(writes);
    writes = is ? setTimeout(writing, 5_000, false) : undefined;
    const line = document.getElementById('writing');
    if (line) line.hidden = !is;
  }

  // The lines as they stand now. One at a time: what comes meanwhile asks once more.
  async function draw() {
    again = busy;
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(`${talk.dataset.lines}?seen=${!document.hidden}`, { redirect: 'manual' });
      if (answer.ok) {
        const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 240;
        const before = lines.clientHeight;
        lines.innerHTML = await answer.text();
        if (writes) writing(true);
        if (atEnd) scrollBy(0, lines.clientHeight - before);
        // The mark beside the bell asks anew, here and in other tabs.
        mark.postMessage(-1);
      }
    } catch {
      // The next message or the next connection asks again.
    }
    busy = false;
    if (again) draw();
  }

  function sent() {
    // An answer or a correction is over with it.
    if (form.elements.answers || form.elements.corrects) return location.assign(form.getAttribute('action'));
    form.reset();
    form.elements.text.value = '';
    form.elements.key.value = crypto.randomUUID();
    form.elements.text.focus();
  }

  form?.addEventListener('submit', (event) => {
    const { text, urgent, answers, corrects, key } = form.elements;
    if (socket?.readyState !== WebSocket.OPEN || !text.value.trim()) return;
    event.preventDefault();
    say({ send: { text: text.value, urgent: Boolean(urgent?.checked), answers: answers?.value ?? null, corrects: corrects?.value ?? null, key: key.value } });
  });

  form?.elements.text.addEventListener('input', () => {
    const now = Date.now();
    if (now - told > 2_000) {
      if (say('typing')) told = now;
      else untold = now;
    }
    if (now - seen > 60_000) {
      seen = now;
      say('here');
    }
  });

  form?.elements.text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
  });

  document.addEventListener('visibilitychange', () => !document.hidden && draw());
  if (!location.hash) form?.scrollIntoView({ block: 'end' });
  mark.postMessage(-1);
  connect();
})();
