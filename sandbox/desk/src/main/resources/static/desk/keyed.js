// Brings a part of the page to a newer state and touches only what reads differently, so that focus, selection, scroll position
// and opened details of everything else survive. Children are matched by id. One with data-v is replaced as a whole when its
// data-v differs; one without is a container and is looked into.

// With reorder: false nothing appears, goes or moves; what is there is brought up to date in its place.
export function reconcile(old, fresh, { reorder = true } = {}) {
  const known = new Map([...old.children].map((child) => [child.id, child]));
  let place = old.firstElementChild;
  for (const next of [...fresh.children]) {
    const current = known.get(next.id);
    known.delete(next.id);
    if (!current && !reorder) continue;
    const isInPlace = current !== undefined && current === place;
    const node = current ? updated(current, next, reorder) : appeared(next);
    if (isInPlace) place = node.nextElementSibling;
    else if (reorder) old.insertBefore(node, place);
  }
  if (reorder) for (const gone of known.values()) gone.remove();
}

function updated(current, next, reorder) {
  if (current.dataset.v === undefined) {
    for (const { name, value } of next.attributes) if (current.getAttribute(name) !== value) current.setAttribute(name, value);
    reconcile(current, next, { reorder });
    return current;
  }
  if (current.dataset.v === next.dataset.v) return current;
  const restore = remember(current);
  current.replaceWith(next);
  htmx.process(next);
  restore(next);
  return next;
}

function appeared(node) {
  node.classList.add('fresh');
  queueMicrotask(() => htmx.process(node));
  return node;
}

// What a reader did to a piece of the page: where the focus is, what is typed and selected, what is folded open.
function remember(old) {
  const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
  const opened = [...old.querySelectorAll('details[open][id]')].map((details) => details.id);
  const typed = old.querySelector('textarea');
  const command = old.querySelector('input[name=commandId]');
  return (fresh) => {
    for (const id of opened) fresh.querySelector('#' + CSS.escape(id))?.setAttribute('open', '');
    const field = fresh.querySelector('textarea');
    if (typed?.value && field && !field.value) {
      field.value = typed.value;
      field.setSelectionRange(typed.selectionStart, typed.selectionEnd);
      fresh.querySelector('input[name=commandId]').value = command.value;
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };
}
