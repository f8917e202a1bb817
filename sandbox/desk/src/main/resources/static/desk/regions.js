// The two parts of the page that live: the list and the conversation. Nothing that is being read moves: the list keeps its order
// while somebody uses it, the conversation follows its end only for those who are there.
import { reconcile } from './keyed.js';

const waiting = new Set();
let running = false;
let held = false;
let mouse = false;

const list = () => document.getElementById('list');
const conversation = () => document.getElementById('conversation');

export const openThread = () => conversation().dataset.thread ?? '';

export function markOpen() {
  const open = openThread();
  for (const row of document.querySelectorAll('#rows .row')) {
    if (row.dataset.open === open) row.setAttribute('aria-current', 'page');
    else row.removeAttribute('aria-current');
  }
}

export async function refresh({ threads }) {
  threads.forEach((thread) => waiting.add(thread));
  if (running || document.hidden) return;
  running = true;
  while (waiting.size > 0) {
    const changed = new Set(waiting);
    waiting.clear();
    try {
      if (openThread() && (changed.has('*') || changed.has(openThread()))) await renewConversation();
      await renewList();
    } catch (offline) {
      // The live connection notices too, says so, and asks for everything when it is back.
      break;
    }
    await new Promise((done) => setTimeout(done, 120));
  }
  running = false;
}

document.addEventListener('visibilitychange', () => refresh({ threads: [] }));

async function fetched(region, parameters) {
  const address = new URL(region.dataset.live, location.href);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok && answer.status !== 404) throw new Error('answered ' + answer.status);
  return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(region.id);
}

async function renewList(forced = false) {
  const asked = list();
  const fresh = await fetched(asked, { shown: asked.dataset.shown, selected: openThread() });
  if (list() !== asked || !fresh || asked.dataset.live !== fresh.dataset.live) return;
  held = !forced && inUse() && orderOf(fresh) !== orderOf(asked);
  reconcile(asked, fresh, { reorder: !held });
  document.getElementById('list-news').hidden = !held;
}

const orderOf = (region) => [...region.querySelectorAll('#rows > li')].map((row) => row.id).join();

// After a touch, what was touched counts as hovered for ever.
for (const move of ['pointermove', 'pointerdown']) {
  document.addEventListener(move, (event) => { mouse = event.pointerType === 'mouse'; }, { passive: true });
}

function inUse() {
  const box = document.getElementById('list-box');
  return (mouse && box.matches(':hover')) || box.scrollTop > 0 || (box.contains(document.activeElement) && document.activeElement.matches(':focus-visible'));
}

// When the list is left alone again, it takes the order it should have.
for (const left of ['mouseout', 'focusout', 'scroll']) {
  document.addEventListener(left, () => setTimeout(() => { if (held && !inUse()) settle('list'); }, 400), { capture: true, passive: true });
}

async function renewConversation() {
  const asked = conversation();
  const thread = openThread();
  const fresh = await fetched(asked, { shown: asked.dataset.shown });
  if (conversation() !== asked || openThread() !== thread || !fresh) return;
  const stream = document.getElementById('stream');
  const last = stream?.lastElementChild;
  const wasAtEnd = atEnd(stream);
  reconcile(asked, fresh);
  const now = document.getElementById('stream');
  if (!now) return;
  if (wasAtEnd) settle('stream');
  else if (now.lastElementChild?.id !== last?.id) document.getElementById('stream-news').hidden = false;
}

const atEnd = (stream) => !stream || stream.scrollHeight - stream.scrollTop - stream.clientHeight < 48;

export function settle(what) {
  if (what === 'list') {
    document.getElementById('list-box').scrollTop = 0;
    return renewList(true);
  }
  const stream = document.getElementById('stream');
  if (!stream) return undefined;
  stream.scrollTop = stream.scrollHeight;
  document.getElementById('stream-news').hidden = true;
  stream.onscroll = () => { if (atEnd(stream)) document.getElementById('stream-news').hidden = true; };
  return undefined;
}

// More of the list, or earlier messages; what was on the screen stays where it was.
export async function showMore(button) {
  const region = button.closest('[data-live]');
  region.dataset.shown = button.dataset.more;
  if (region.id === 'list') return renewList(true);
  const stream = document.getElementById('stream');
  const fromEnd = stream.scrollHeight - stream.scrollTop;
  await renewConversation();
  stream.scrollTop = stream.scrollHeight - fromEnd;
  return undefined;
}
