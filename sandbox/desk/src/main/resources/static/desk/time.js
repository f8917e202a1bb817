// Times that change by themselves: "5 m" ago, and how long a reply is still possible.
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function keepTime(onDeadline) {
  const tick = () => {
    const now = Date.now() / 1000;
    for (const time of document.querySelectorAll('time[data-ago]')) set(time, ago(now - seconds(time), time.textContent));
    for (const time of document.querySelectorAll('time[data-deadline]')) {
      const left = seconds(time) - now;
      set(time, left > 0 ? words(left) + ' left' : '');
      time.classList.toggle('soon', left < HOUR);
      if (left <= 0 && !time.dataset.over) {
        time.dataset.over = 'true';
        onDeadline();
      }
    }
  };
  tick();
  setInterval(tick, 1000);
  document.body.addEventListener('htmx:afterSwap', tick);
}

const seconds = (time) => Date.parse(time.dateTime) / 1000;

function set(time, words) {
  if (time.textContent !== words) time.textContent = words;
}

function ago(age, asWritten) {
  if (age < MINUTE) return 'now';
  if (age < HOUR) return Math.floor(age / MINUTE) + ' m';
  if (age < DAY) return Math.floor(age / HOUR) + ' h';
  return age < 7 * DAY ? Math.floor(age / DAY) + ' d' : asWritten;
}

function words(left) {
  if (left < HOUR) return Math.floor(left / MINUTE) + ':' + String(Math.floor(left % MINUTE)).padStart(2, '0');
  const hours = Math.floor(left / HOUR);
  return hours < 48 ? hours + ' h ' + Math.floor((left % HOUR) / MINUTE) + ' m' : Math.floor(hours / 24) + ' days';
}
