// One parser of the npm registry behind the commands of ReaderProcess: a letter, a number, and for mails as many bytes.
// node reader.mjs <mailparser|postal-mime>
const parser = process.argv[2];

async function reader() {
  if (parser === 'mailparser') {
    const { simpleParser } = await import('mailparser');
    return async (mail) => {
      const read = await simpleParser(mail);
      const from = read.from?.value?.[0];
      return facts(read.subject, from?.address, from?.name, read.attachments);
    };
  }
  const { default: PostalMime } = await import('postal-mime');
  return async (mail) => {
    const read = await PostalMime.parse(mail);
    return facts(read.subject, read.from?.address, read.from?.name, read.attachments);
  };
}

function facts(subject, from, name, files) {
  return { SUBJECT: subject ?? '', FROM: from ?? '', NAME: name ?? '', FILES: String(files.length) };
}

const read = await reader();

async function attempt(mail) {
  const start = process.hrtime.bigint();
  let answer;
  try {
    answer = await read(mail);
  } catch (error) {
    answer = { failure: String(error?.name ?? error) };
  }
  answer.nanos = Number(process.hrtime.bigint() - start);
  return answer;
}

const kept = [];

async function obey(letter, number, mail) {
  if (letter === 'R') return JSON.stringify(await attempt(mail));
  if (letter === 'K') return kept.push(mail), 'kept';
  const start = process.hrtime.bigint();
  for (let i = 0; i < number; i++) for (const one of kept) await attempt(one);
  return String(Number(process.hrtime.bigint() - start) / 1e9);
}

console.log('ready');
let pieces = [];
let length = 0;
for await (const piece of process.stdin) {
  pieces.push(piece);
  length += piece.length;
  while (length >= 5) {
    if (pieces[0].length < 5) pieces = [Buffer.concat(pieces)];
    const letter = String.fromCharCode(pieces[0][0]);
    const number = pieces[0].readInt32BE(1);
    const whole = 5 + (letter === 'P' ? 0 : number);
    if (length < whole) break;
    const all = pieces.length > 1 ? Buffer.concat(pieces) : pieces[0];
    const mail = Buffer.from(all.subarray(5, whole));
    pieces = [all.subarray(whole)];
    length -= whole;
    process.stdout.write((await obey(letter, number, mail)) + '\n');
  }
}
