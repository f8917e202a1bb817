// What is typed survives leaving the thread, reloading the page and a refusal. It ends when the reply has been taken.
const key = (field) => 'draft-' + field.dataset.draft;

export function keepDrafts() {
  const restore = () => {
    const field = document.querySelector('[data-draft]');
    if (field && !field.value) field.value = sessionStorage.getItem(key(field)) ?? '';
  };
  restore();
  document.body.addEventListener('input', (event) => {
    if (event.target.dataset.draft) sessionStorage.setItem(key(event.target), event.target.value);
  });
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    const { target, xhr } = event.detail;
    if (target.id === 'composer' && xhr.status === 200) sessionStorage.removeItem(key(target.querySelector('[data-draft]')));
  });
  document.body.addEventListener('htmx:afterSwap', (event) => {
    restore();
    if (event.detail.target.id === 'composer') document.getElementById('reply')?.focus({ preventScroll: true });
  });
}
