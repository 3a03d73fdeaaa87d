// Numbers that are tapped: a press on − or + and the arrow keys go on from what stands in the field, or, while it is empty, from what was known last. What is no number stays as it was typed.
function tap(field, by) {
  const { step, from } = field.dataset;
  const typed = field.value.trim().replace(',', '.');
  const was = Number(typed || from || NaN);
  if (Number.isNaN(was)) return;
  field.value = (was + by * step).toFixed(step.split('.')[1]?.length ?? 0);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-does=step]');
  if (button) tap(document.getElementById(button.getAttribute('aria-controls')), Number(button.dataset.by));
});

addEventListener('keydown', (event) => {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!by || !event.target.matches?.('[data-step]')) return;
  event.preventDefault();
  tap(event.target, by);
});
