// What every page looks like, measured at a desk, on a tablet either way, on a phone, at 320 px and at 200 % zoom, light and dark (a tablet light), and at a desk with high contrast and rows set close: nothing wider than the screen,
// nothing cut, nothing over another, too small or too pale; then what axe says of it at the desk, light and dark, and the sheet that a printer makes of it. One opening
// for all of that: to open a page takes as long as to measure it. The parts that pages are made of are measured one by one in gallery.spec.mjs.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { sizes } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { openPage, pages } from '../support/pages.mjs';
import { sheet } from '../support/paper.mjs';

/** A desk of 1280 px at 200 %, and the narrowest screen that must hold everything (WCAG 1.4.10). */
const widths = { desk: sizes.desk, phone: sizes.phone, 'zoomed to 200 %': { width: 640, height: 450 }, '320 px': { width: 320, height: 640 } };
/** A tablet, lying and upright: here the frame changes from rail to bar. By night only the colours are others, and those are measured at the others. */
const tablets = { 'a tablet': sizes.tablet, 'a tablet upright': { width: 768, height: 1024 } };

for (const one of pages) {
  journey(`${one.name} is well laid out at a desk, on a tablet, on a phone, zoomed and narrow, light and dark, in high contrast, clean for axe and on paper`, async (tour) => {
    const page = await openPage(tour, one);
    const found = [];
    for (const [size, width] of Object.entries({ ...widths, ...tablets })) {
      await page.setViewportSize(width);
      for (const colorScheme of size in tablets ? ['light'] : ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // By night only the colours are others.
        const axe = size === 'desk' ? await violations(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {}) : [];
        const said = [...(await faults(page)), ...axe];
        found.push(...said.map((line) => `${size} ${colorScheme}: ${line}`));
      }
    }
    // Who chose high contrast and close rows has the same page: only the root says so.
    await page.setViewportSize(widths.desk);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const wears = (theme, density) =>
      page.evaluate(([theme, density]) => {
        const root = document.documentElement.dataset;
        const before = [root.theme, root.density];
        for (const [name, value] of Object.entries({ theme, density })) {
          if (value === undefined) delete root[name];
          else root[name] = value;
        }
        return before;
      }, [theme, density]);
    const before = await wears('contrast', 'compact');
    found.push(...(await faults(page, { text: 7 })).map((line) => `desk in high contrast: ${line}`));
    await wears(...before);
    if (one.path !== '/api/v1/docs') found.push(...(await sheet(page)).map((line) => `paper: ${line}`));
    assert.deepEqual(found, []);
  });
}

/** The page without a connection knows nothing of its reader, and that for programs is no page of theirs. */
const ofNobody = ['/api/v1/docs', '/offline.html'];
for (const one of pages.filter(({ path, as }) => as === undefined ? !ofNobody.includes(path) : as === 'patient')) {
  journey(`${one.name} holds larger text, on a phone, zoomed and at 320 px`, async (tour) => {
    const page = await openPage(tour, one, { text: 'large' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '20px');
    const found = [];
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize(width);
      found.push(...(await faults(page)).map((line) => `${size}: ${line}`));
    }
    // The largest there is: all that a page measures is in its root.
    await page.evaluate(() => (document.documentElement.dataset.text = 'largest'));
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '24px');
    for (const size of ['phone', '320 px']) {
      await page.setViewportSize(widths[size]);
      found.push(...(await faults(page)).map((line) => `${size}, largest text: ${line}`));
    }
    assert.deepEqual(found, []);
  });
}

journey('text is made larger before anybody has signed in, and stays so on the next page', async (tour) => {
  const page = await tour.open('/sign-in', { size: 'phone' });
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('label')).fontSize));
  const before = await size();
  const larger = page.getByRole('button', { name: 'Larger text' });
  await larger.tap();
  await page.getByRole('button', { name: 'Larger text', pressed: true }).waitFor();
  assert.ok((await size()) >= before * 1.24, `${before} became ${await size()}`);
  await page.goto('/recover');
  const text = () => page.locator('html').getAttribute('data-text');
  assert.equal(await text(), 'large');
  await page.getByRole('button', { name: 'Larger text', pressed: true }).tap();
  await page.locator('html[data-text=largest]').waitFor();
  assert.ok((await size()) >= before * 1.49, `${before} became ${await size()}`);
  assert.deepEqual(await faults(page), []);
  await page.getByRole('button', { name: 'Larger text', pressed: true }).tap();
  await page.getByRole('button', { name: 'Larger text', pressed: false }).waitFor();
  await page.goto('/sign-in');
  assert.equal(await page.locator('html').getAttribute('data-text'), null);
});

for (const lang of ['en', 'ar']) {
  journey(`a table begins where the title of its card does (${lang})`, async (tour) => {
    const page = await openPage(tour, pages.find(({ name }) => name === 'diary'), { lang });
    const begins = (query) =>
      page.locator(query).first().evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        const padding = Number.parseFloat(getComputedStyle(element).paddingInlineStart);
        return document.dir === 'rtl' ? right - padding : left + padding;
      });
    const title = await begins('[aria-labelledby="day"] h2');
    for (const cell of ['thead th', 'tbody tr > :first-child']) {
      const words = await begins(`[aria-labelledby="day"] ${cell}`);
      assert.ok(Math.abs(words - title) <= 1, `${cell} begins at ${words}, the title at ${title}`);
    }
  });
}

journey('on a phone five ways stand at the bottom, the rest is behind More, and their words grow with the text', async (tour) => {
  const page = await openPage(tour, pages.find(({ path }) => path === '/my'), { size: 'phone' });
  const bar = page.getByRole('navigation', { name: 'Main' });
  const words = () => bar.getByRole('link').first().evaluate((link) => Number.parseFloat(getComputedStyle(link).fontSize));
  assert.equal((await bar.getByRole('link').count()) + (await bar.getByRole('button').count()), 5);
  const before = await words();
  const more = bar.getByRole('button', { name: 'More' });
  await more.tap();
  for (const name of ['Account', 'Sign out']) await bar.getByText(name, { exact: true }).filter({ visible: true }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.keyboard.press('Escape');
  await bar.getByText('Sign out', { exact: true }).waitFor({ state: 'hidden' });
  await page.evaluate(() => (document.documentElement.dataset.text = 'largest'));
  assert.ok((await words()) >= before * 1.25, `${before} px became ${await words()} px`);
});

journey('with the reader’s own palette the ward, a chart and a form say by lines what they said by fills', async (tour) => {
  const found = [];
  const wear = async (page, where) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    found.push(...(await faults(page)).map((line) => `${where}: ${line}`));
    const bare = await page.evaluate(() => {
      const lined = (element) => {
        const { outlineStyle, borderTopStyle, borderTopWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' || (borderTopStyle !== 'none' && borderTopWidth !== '0px');
      };
      const query = '.rail__link[aria-current], .tabs__tab[aria-current], .segmented__option[aria-current], .btn, .chip, .bed--high, .alarm--high';
      return [...document.querySelectorAll(query)].filter((element) => element.checkVisibility() && !lined(element)).map((element) => element.className);
    });
    found.push(...bare.map((name) => `${where}: nothing but a fill shows ${name}`));
  };
  const ward = await tour.open('/ward?sort=bed', { as: 'doctor' });
  await wear(ward, 'ward');
  const way = await ward.locator('.bed a[href^="/patients/"]').first().getAttribute('href');
  await ward.goto(way);
  await ward.locator('.day svg').first().waitFor();
  await wear(ward, 'chart');
  const form = await tour.open('/patients/register', { as: 'receptionist' });
  await wear(form, 'form');
  assert.deepEqual([...new Set(found)], []);
});

journey('what lies over another, is cut, or stands out is found when it is there', async (tour) => {
  const page = await tour.open('/patients/register', { as: 'receptionist' });
  assert.deepEqual(await faults(page), []);
  const harm = (query, property, value) => page.locator(query).first().evaluate((element, [property, value]) => element.style.setProperty(property, value), [property, value]);
  for (const [query, property, value, said] of [
    ['main label', 'translate', '0 -30px', /over each other/],
    ['main p', 'translate', '0 -40px', /over each other/],
    ['main form', 'min-inline-size', '2000px', /the page is \d+ wide/],
    ['main p', 'font-size', '11px', /text of 11/],
    ['main p', 'color', '#aaaaaa', /contrast 2/],
    ['h1', 'font-size', '18px', /a title of 18/],
    ['main button', 'zoom', '0.3', /a target of/],
    ['main p', 'inline-size', '2ch', /broken inside/],
  ]) {
    await harm(query, property, value);
    assert.ok((await faults(page)).some((line) => said.test(line)), `${query} with ${property} ${value}: ${(await faults(page)).join('; ')}`);
    await harm(query, property, '');
  }
  // A line over a word of a drawing.
  const draws = (first) =>
    page.evaluate((first) => {
      document.querySelector('#drawn')?.remove();
      const [word, line] = ['<text x="5" y="30" font-size="16">limit</text>', '<path d="M0 25H100" stroke="black" fill="none"/>'];
      const drawing = document.createElement('div');
      drawing.innerHTML = `<svg id="drawn" width="100" height="50">${first === 'word' ? word + line : line + word}</svg>`;
      document.querySelector('main').append(drawing.firstChild);
    }, first);
  await draws('word');
  assert.ok((await faults(page)).some((line) => /under a path/.test(line)), 'a line over a word');
  await draws('line');
  assert.ok(!(await faults(page)).some((line) => /under a path/.test(line)), 'a word over a line');
});

journey('words that lie over each other are found in what scrolls too: tabs, a choice, a table', async (tour) => {
  const page = await tour.browse({ size: 'phone' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const overlap = async () => (await faults(page)).filter((line) => /over each other/.test(line));
  const wear = (query, styles) =>
    page.locator(query).evaluateAll((all, styles) => {
      for (const element of all) for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value);
    }, styles);

  await tour.go(page, '/gallery/lists');
  assert.deepEqual(await faults(page), []);
  // Tabs that may shrink to the side of a target lie in each other's words; so they do wherever their strip stands.
  await wear('.tabs__tab', { flex: '0 1 1.5rem' });
  for (const far of [0, 120]) {
    await page.locator('.tabs__links').evaluateAll((strips, far) => strips.forEach((strip) => (strip.scrollLeft = far)), far);
    assert.ok((await overlap()).some((line) => /tabs__tab/.test(line)), `tabs, ${far} px on`);
  }
  // As they are they do not, scrolled or not.
  await wear('.tabs__tab', { flex: '' });
  assert.deepEqual(await overlap(), []);
  await page.locator('.tabs__links').evaluateAll((strips) => strips.forEach((strip) => (strip.scrollLeft = 120)));
  assert.deepEqual(await overlap(), []);

  // A cell of a table over the one before it.
  await page.setViewportSize(sizes.desk);
  assert.deepEqual(await overlap(), []);
  const moved = await page.evaluate(() => {
    const words = (cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect();
    };
    for (const row of document.querySelectorAll('.table-frame tbody tr')) {
      const [one, other] = [...row.querySelectorAll('td')].filter((cell) => words(cell).width > 10);
      if (!other) continue;
      const [at, from] = [words(one), words(other)];
      other.style.setProperty('translate', `${at.left - from.left}px ${at.top - from.top}px`);
      return true;
    }
    return false;
  });
  assert.ok(moved, 'a row with two cells of words');
  assert.notDeepEqual(await overlap(), [], 'a table');

  await tour.go(page, '/gallery/answers');
  assert.deepEqual(await overlap(), []);
  await wear('.segmented__option', { 'inline-size': '0.5rem', padding: '0' });
  assert.ok((await overlap()).some((line) => /segmented/.test(line)), 'a choice');
});
