// The live connection: the server says which threads changed, the page fetches what it shows of them.
const PAUSE = 3000;

export function connect({ state, changed }) {
  const source = new EventSource('/desk/live');
  source.addEventListener('open', () => {
    state('live', 'live');
    changed(['*']);
  });
  source.addEventListener('changed', (event) => changed(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    state('lost', 'connection lost, trying again');
    if (source.readyState === EventSource.CLOSED) setTimeout(() => connect({ state, changed }), PAUSE);
  });
}
