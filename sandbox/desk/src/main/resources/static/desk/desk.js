// The page keeps itself up to date. Without this script every link and form still works, by reloading.
import { connect } from './live.js';
import { keepTime } from './time.js';
import { keepDrafts } from './drafts.js';
import { markOpen, openThread, refresh, settle, showMore } from './regions.js';

const body = document.body;

keepTime(() => refresh({ threads: [openThread()] }));
keepDrafts();
settle('stream');

connect({
  state: (state, words) => {
    const live = document.getElementById('live');
    live.dataset.state = state;
    if (live.textContent !== words) live.textContent = words;
  },
  changed: (threads) => refresh({ threads }),
});

body.addEventListener('desk-changed', () => refresh({ threads: ['*'] }));

// The list is asked for together with what is open, which the address of a tab cannot know.
body.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.path.startsWith('/desk/list')) event.detail.parameters.set('selected', openThread());
});

body.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id !== 'conversation') return;
  document.title = document.getElementById('conversation-title')?.textContent.trim() + ' — Desk';
  markOpen();
  settle('stream');
  if (!document.getElementById('list').checkVisibility()) document.getElementById('conversation-title')?.focus();
});

body.addEventListener('htmx:sendError', (event) => {
  const form = event.detail.elt.closest('[data-reply]');
  if (!form) return;
  const problem = document.getElementById('reply-problem') ?? form.insertBefore(document.createElement('p'), form.firstChild);
  Object.assign(problem, { id: 'reply-problem', className: 'problem', textContent: 'Not sent: the desk did not answer. Your words are kept; send them again.' });
  problem.setAttribute('role', 'alert');
});

body.addEventListener('click', (event) => {
  const target = event.target.closest('[data-settle], [data-more], [data-copy], [data-again]');
  if (!target) return;
  if (target.dataset.settle) settle(target.dataset.settle);
  if (target.dataset.more) showMore(target);
  if (target.dataset.again) writeAgain(target.dataset.again);
  if ('copy' in target.dataset) {
    navigator.clipboard.writeText(target.parentElement.querySelector('code').textContent).then(() => { target.textContent = 'Copied'; });
  }
});

// Below what is in the box already; sending it is up to the agent.
function writeAgain(words) {
  const field = document.getElementById('reply');
  if (!field || field.disabled) return;
  field.value = field.value.trim() ? field.value + '\n' + words : words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

body.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.id === 'reply') {
    event.target.form.requestSubmit();
  }
  const row = event.target.closest?.('.row');
  if (row && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const other = event.key === 'ArrowDown' ? row.parentElement.nextElementSibling : row.parentElement.previousElementSibling;
    other?.querySelector('.row').focus();
    event.preventDefault();
  }
});
