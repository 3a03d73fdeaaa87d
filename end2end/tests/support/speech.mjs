// A speech engine for a browser that has none. It makes no sound and says nothing by itself: what it is given is written down, and a sentence is over when a journey says so.

/** Voices of this device, and one that speaks somewhere else. */
export const near = {
  english: { name: 'Near English', lang: 'en-GB', localService: true, default: false },
  french: { name: 'Near French', lang: 'fr-FR', localService: true, default: false },
  arabic: { name: 'Near Arabic', lang: 'ar_EG', localService: true, default: false },
};
export const far = { name: 'Far English', lang: 'en-US', localService: false, default: true };

/** Gives every page of this browser the engine with these voices. */
export const speaks = (page, voices) => page.context().addInitScript(engine, voices);

/** What was given to be said, in order: `words`, `voice`, `lang`, `rate`. */
export const said = (page) => page.evaluate(() => window.said);

/** The sentence is over. */
export const finish = (page) => page.evaluate(() => window.finish());

/** Goes through the rest of the page; answers all that was said. */
export const hearOut = (page) =>
  page.evaluate(() => {
    for (let most = 2_000; document.getElementById('aloud').dataset.state === 'on' && most > 0; most -= 1) window.finish();
    return window.said;
  });

function engine(voices) {
  let now;
  window.said = [];
  window.finish = () => {
    const over = now;
    now = undefined;
    over?.onend?.({});
  };
  const speech = {
    voices,
    onvoiceschanged: null,
    getVoices: () => speech.voices,
    speak(utterance) {
      now = utterance;
      window.said.push({ words: utterance.text, voice: utterance.voice?.name, lang: utterance.lang, rate: utterance.rate });
    },
    // As browsers do: the sentence that is cut off says so, and that it is over.
    cancel() {
      const cut = now;
      now = undefined;
      sessionStorage.setItem('cancelled', String(Number(sessionStorage.getItem('cancelled')) + 1));
      cut?.onerror?.({ error: 'interrupted' });
      cut?.onend?.({});
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      Object.assign(this, { text, voice: null, lang: '', rate: 1 });
    }
  };
}
