// The live connection: the server says which threads changed, the page fetches what it shows of them. The server also says from
// time to time that it is there; a connection that is silent for longer is a dead one.
const PAUSE = 3000;
const SILENCE = 40000;

export function connect({ state, changed }) {
  let source;
  let heard = 0;

  const open = () => {
    source?.close();
    heard = Date.now();
    source = new EventSource('/desk/live');
    source.addEventListener('open', () => {
      state('live', 'live');
      changed(['*']);
    });
    source.addEventListener('alive', () => { heard = Date.now(); });
    source.addEventListener('changed', (event) => {
      heard = Date.now();
      changed(JSON.parse(event.data));
    });
    source.addEventListener('error', lost);
  };
  const lost = () => state('lost', 'connection lost, trying again');

  open();
  addEventListener('offline', lost);
  addEventListener('online', open);
  setInterval(() => {
    if (source.readyState === EventSource.CLOSED || Date.now() - heard > SILENCE) open();
  }, PAUSE);
}
