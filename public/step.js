// Numbers that are tapped: a press on − or + and the arrow keys go on from what stands in the field, within its ends; the first one into an empty field puts what was known last. What is no
// number, or two (2,000), stays as it was typed. A tap is read out, because whoever pressed a button does not stand in the field.
function tap(field, by) {
  const { step, from, least, most } = field.dataset;
  const typed = field.value.trim().replace(/^[-+]?[1-9]\d{0,2},\d{3}$/, NaN).replace(',', '.');
  const next = typed ? Math.min(Math.max(Number(typed) + by * step, least), most) : Number(from ?? NaN);
  if (Number.isNaN(next)) return;
  field.value = next.toFixed(step.split('.')[1]?.length ?? 0);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-does=step]');
  if (!button) return;
  const field = document.getElementById(button.getAttribute('aria-controls'));
  tap(field, Number(button.dataset.by));
  field.closest('.field').querySelector('[role=status]').textContent = field.value;
});

addEventListener('keydown', (event) => {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !event.target.matches?.('[data-step]')) return;
  event.preventDefault();
  tap(event.target, by);
});
